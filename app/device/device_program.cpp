// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/device_program.h"

#include "app/device/local_places.h"

#include <QFileInfo>
#include <QLocale>

namespace crema {

namespace {

std::optional<LocalBusiness> localOf(Business business)
{
    switch (business) {
    case Business::Sample: return LocalBusiness::Sample;
    case Business::Shop: return LocalBusiness::Shop;
    case Business::None:
    case Business::Connected: break;
    }
    return std::nullopt;
}

PlatformProcess::Places platformPlaces()
{
    return {PlatformProcess::findProgram(), places::platformData(Business::Sample),
            places::platformData(Business::Shop)};
}

QString noteOf(sync::Link link)
{
    switch (link) {
    case sync::Link::NeverTried: return QStringLiteral("sync not tried yet");
    case sync::Link::Online: return QStringLiteral("sync online");
    case sync::Link::Offline: return QStringLiteral("sync offline");
    case sync::Link::NeedsSignIn: return QStringLiteral("sync needs a sign-in");
    case sync::Link::Stopped: return QStringLiteral("sync stopped");
    }
    Q_UNREACHABLE();
}

} // namespace

DeviceProgram::DeviceProgram(const QString &program, ProgramLog &log, const documents::PageDrawing &drawing)
    : m_name(program), m_log(log), m_drawing(drawing), m_preferences(FilePreferences::defaultPath()),
      m_child(platformPlaces(), m_clock, m_network, [this](QByteArrayView line) { m_log.writePlatform(line); }),
      m_store(program, m_preferences, drawing), m_firstRun(m_child, m_store, m_clock, QLocale::system())
{
    connect(&m_firstRun, &FirstRunPresenter::problemShown, this,
            [this](const Problem &problem) { m_log.write(problem); });
    connect(&m_firstRun, &FirstRunPresenter::finished, this, [this](Business business) {
        m_log.write(ProgramEvent::Note, QStringLiteral("first start ends, business ") + businessText(business));
        m_local = localOf(business);
        m_shop = m_store.take();
        Q_EMIT shopWanted();
    });
}

DeviceProgram::~DeviceProgram()
{
    m_keeper.reset();
    if (m_shop)
        m_shop->leaveVerbs();
    m_shop.reset();
}

Result<void> DeviceProgram::begin()
{
    const Business business = places::chosenBusiness(m_preferences);
    const auto choice = places::store(business);
    if (!choice)
        return failure(choice.error());
    if (!choice->fromEnvironment && business == Business::None && !QFileInfo::exists(choice->path)) {
        m_log.write(ProgramEvent::Note, QStringLiteral("nothing is set up"));
        Q_EMIT firstRunWanted();
        return {};
    }
    // A store of somebody's own choice has its platform somewhere else.
    m_local = choice->fromEnvironment ? std::nullopt : localOf(business);
    m_shop = std::make_shared<ShopProgram>(m_name, *choice, m_drawing);
    Q_EMIT shopWanted();
    return {};
}

void DeviceProgram::startShop()
{
    watch(*m_shop);
    m_shop->start([this](const Result<void> &opened) { shopOpened(opened); });
}

void DeviceProgram::watch(ShopProgram &shop)
{
    connect(&shop.client(), &sync::Client::refused, this, [this](const Problem &problem) { m_log.write(problem); });
    connect(&shop.client(), &sync::Client::changed, this, &DeviceProgram::followSync);
}

void DeviceProgram::followSync()
{
    if (!m_shop || m_shop->client().state().link == m_link)
        return;
    const sync::ClientState &state = m_shop->client().state();
    m_link = state.link;
    m_log.write(ProgramEvent::Note, noteOf(m_link));
    if (state.linkProblem)
        m_log.write(*state.linkProblem);
}

void DeviceProgram::shopOpened(const Result<void> &opened)
{
    if (!opened) {
        m_log.write(opened.error());
        Q_EMIT refused(opened.error());
        return;
    }
    m_log.write(ProgramEvent::Note, m_shop->client().state().readOnly ? QStringLiteral("store opened read-only")
                                                                      : QStringLiteral("store opened"));
    if (!m_shop->client().state().enrolled) {
        wantFirstRun();
        return;
    }
    if (!m_local)
        return;
    m_keeper = std::make_unique<PlatformKeeper>(*m_local, m_child, m_shop->client(), m_clock);
    connect(m_keeper.get(), &PlatformKeeper::failed, this, [this](const Problem &problem) {
        m_log.write(problem);
        m_shop->till().say(problem);
    });
    m_keeper->start();
}

void DeviceProgram::wantFirstRun()
{
    // Not from inside a signal of what has to go.
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT shopGone();
            m_keeper.reset();
            m_shop->leaveVerbs();
            m_shop.reset();
            m_local.reset();
            Q_EMIT firstRunWanted();
        },
        Qt::QueuedConnection);
}

} // namespace crema
