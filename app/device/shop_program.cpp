// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/shop_program.h"

#include "app/device/local_places.h"
#include "app/handover/held_store.h"

#include <QLocale>
#include <QPointer>

namespace crema {
namespace {

/// How long a store that could not be opened is left alone before it is tried again.
constexpr std::int64_t tryAgainMs = 3'000;
/// When the file of the store is looked through: the window stands and the first things are read (sync.md rule 27).
constexpr std::int64_t lookAfterMs = 5'000;

/// What may go away while the person reads it: room is made, another program ends, a drive is put back.
bool mayPass(const Problem &problem)
{
    return problem.kind == ProblemKind::Device || problem.code == QLatin1String("store.in_use") ||
           problem.code == QLatin1String("store.busy");
}

QCoro::Task<> answerWhenOpened(QPointer<sync::Client> client, QCoro::Task<Result<void>> opening,
                               std::function<void(const Result<void> &)> opened)
{
    const Result<void> answer = co_await opening;
    if (client)
        opened(answer);
}

QCoro::Task<Result<void>> openAlready()
{
    co_return Result<void>();
}

} // namespace

ShopProgram::ShopProgram(const QString &program, const presenters::StoreChoice &choice,
                         const documents::PageDrawing &drawing)
    : m_choice(choice), m_drawing(drawing), m_reading(QStringLiteral("crema-look")), m_world(program),
      m_preferences(FilePreferences::defaultPath()), m_desk(m_world.client()), m_printDesk(m_world.client()),
      m_shop(m_desk, m_world.clock(), m_preferences, QLocale(), {&m_printDesk, &m_printer, drawing}),
      m_serial(m_serialLine, m_world.clock(), m_preferences)
{
    // The command line sets printer, keys and scanner of this computer beside the programs that run.
    m_preferences.follow([this] {
        m_shop.printer.lookAgain();
        m_shop.keys.lookAgain();
        m_shop.scanner.lookAgain();
        m_serial.lookAgain();
    });
}

QCoro::Task<Result<void>> ShopProgram::open()
{
    return m_world.client().open(m_world.openRequest(m_choice, sync::OpenMode::ReadWrite));
}

void ShopProgram::lookIntoFileLater()
{
    m_lookLater = m_world.clock().after(
        lookAfterMs, [this] { [[maybe_unused]] const auto looking = m_world.client().checkFile(m_reading); });
}

void ShopProgram::takeVerbs()
{
    if (m_door || m_world.client().state().readOnly)
        return;
    const Result<QString> place = handover::meetingPlace(m_choice.path);
    m_services =
        std::make_shared<presenters::Services>(m_world.client(), m_world.parts(), m_choice.fromEnvironment, m_drawing);
    const auto run = [weak = weak_from_this()](std::shared_ptr<handover::Visit> visit) {
        const auto self = weak.lock();
        return handover::runHere(std::move(visit), self->m_services, self, self->clock(), places::logs());
    };
    m_door = std::make_unique<handover::StoreDoor>(handover::Card::own(m_world.program()), m_world.clock(), run);
    const Result<void> open = place ? m_door->open(*place) : failure(place.error());
    // Selling does not depend on it: a verb then says who holds the store.
    if (!open)
        Q_EMIT m_world.client().refused(open.error());
}

void ShopProgram::start(std::function<void(const Result<void> &)> opened)
{
    m_shop.start();
    m_serial.start();
    m_opened = std::move(opened);
    answerWhenOpened(&m_world.client(), m_world.client().state().open ? openAlready() : open(),
                     [this](const Result<void> &answer) { noteOpened(answer); });
}

void ShopProgram::noteOpened(const Result<void> &answer)
{
    if (answer) {
        if (m_whyClosed)
            m_shop.till.noteStoreOpened();
        m_whyClosed.reset();
        takeVerbs();
        lookIntoFileLater();
        m_world.client().startBackgroundSync();
        m_opened(answer);
        return;
    }
    if (mayPass(answer.error())) {
        m_tryAgain = m_world.clock().after(tryAgainMs, [this] {
            answerWhenOpened(&m_world.client(), open(), [this](const Result<void> &later) { noteOpened(later); });
        });
    }
    if (m_whyClosed == answer.error())
        return; // it is said already
    m_whyClosed = answer.error();
    m_shop.till.say(answer.error());
    m_opened(answer);
}

} // namespace crema
