// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/shots/terminal_stage.h"

#include "app/desktop/example/example_shop.h"
#include "models/settings/modifier_groups.h"
#include "models/settings/tip_choices.h"
#include "models/settings/weighing.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::terminal {

namespace {

constexpr std::int64_t typingPaceMs = 150;

Result<void> keepNothing(const QByteArray &, Key)
{
    return {};
}

} // namespace

TerminalStage::TerminalStage(Size size, Charset charset)
    : m_shop(m_desk, m_clock, m_preferences, QLocale(QLocale::English, QLocale::Ireland)), m_memory(size, charset),
      m_application(m_memory, m_clock, {}),
      m_screens(m_application, m_clock, MenuEnter::AfterPause, m_shop, keepNothing)
{
    fillExampleShop(m_desk);
    m_application.setLeaveQuestion([this] { return m_screens.leaveQuestion(); });
    m_application.setScanFilter([this](const QString &code) { return m_screens.takeScan(code); });
}

TerminalStage::~TerminalStage() = default;

void TerminalStage::begin(bool enrolled, bool shiftOpen)
{
    m_desk.openStore(enrolled, shiftOpen);
    m_shop.start();
    m_application.open(m_screens.mainMenu());
    m_application.open(m_screens.till());
    m_screens.guard();
    settle();
}

// Lets answers and drawing happen, which wait for the event loop.
void TerminalStage::payWithTip(const char *keys)
{
    const PlaceId place(m_desk.state().location->id.value());
    m_desk.setShopSetting(place, shop_setting::tips.toString(), QJsonValue(), true).then([](const Result<void> &) {});
    fillCart();
    press(Key::F4);
    type(QStringLiteral("2"));
    press(Key::F9);
    type(QString::fromLatin1(keys));
}

void TerminalStage::ringUpWithOptions(const char *keys)
{
    const PlaceId place(m_desk.state().location->id.value());
    m_desk
        .setShopSetting(place, shop_setting::modifiers.toString(), QJsonValue(),
                        QStringLiteral("Milk (1): Whole; Oat +0.50; Soy +0.40\nExtras (0-2): Shot +0.80; Syrup +0.60"))
        .then([](const Result<void> &) {});
    scan(QStringLiteral("LC-005"));
    type(QString::fromLatin1(keys));
}

void TerminalStage::takeCoupons(const char *first, const char *second)
{
    m_desk.addExampleCoupons();
    scan(QStringLiteral("LC-005"));
    for (const char *keys : {first, second, ""}) {
        press(Key::F8);
        press(Key::F8);
        type(QStringLiteral("1") + QString::fromLatin1(keys));
    }
}

void TerminalStage::ringUpWeighed()
{
    const PlaceId place(m_desk.state().location->id.value());
    m_desk.setShopSetting(place, shop_setting::tare.toString(), QJsonValue(), 12).then([](const Result<void> &) {});
    m_desk.addExampleCoupons();
    scan(QStringLiteral("LOOSE"));
}

void TerminalStage::askOnline(ProviderOutcome outcome, const char *keys)
{
    scan(QStringLiteral("LC-005"));
    press(Key::F4);
    type(QStringLiteral("4\n"));
    ProviderAnswer said;
    said.outcome = outcome;
    if (outcome == ProviderOutcome::Open)
        said.url = QStringLiteral("https://pay.example/c/3PqT");
    else if (outcome == ProviderOutcome::Failed)
        said.problem = QStringLiteral("card_declined");
    if (!m_desk.paymentsHere().isEmpty())
        m_desk.answerPayment(m_desk.paymentsHere().last().id, said);
    settle();
    if (*keys == 0)
        return;
    press(Key::F3);
    press(Key::F10);
    type(QString::fromLatin1(keys));
}

void TerminalStage::openCustomers(const char *keys)
{
    m_desk.addExampleCustomers();
    press(Key::F3);
    type(QStringLiteral("87"));
    type(QString::fromLatin1(keys));
}

void TerminalStage::eraseCustomer(const char *keys)
{
    openCustomers("2");
    // Its line is on another page where there is little room.
    m_shop.customers.actions().find(u"customers.erase")->trigger();
    type(QString::fromLatin1(keys));
}

void TerminalStage::findDuplicates(const char *keys)
{
    m_desk.addExampleDuplicate();
    openCustomers("");
    press(Key::F9);
    type(QString::fromLatin1(keys));
}

void TerminalStage::settle()
{
    for (int turn = 0; turn < 8; ++turn)
        QCoreApplication::processEvents();
    m_application.draw();
}

void TerminalStage::type(const QString &text)
{
    for (const KeyEvent &key : keysOf(text)) {
        m_clock.pass(typingPaceMs);
        m_memory.send({key});
    }
    m_clock.pass(typingPaceMs);
    settle();
}

void TerminalStage::scan(const QString &code)
{
    m_clock.pass(typingPaceMs);
    m_memory.sendAtOnce(code + QLatin1Char('\n'));
    settle();
}

void TerminalStage::press(Key key)
{
    m_clock.pass(typingPaceMs);
    m_memory.send(key);
    settle();
}

void TerminalStage::fillCart()
{
    for (const char *code : {"LC-005", "LC-004", "LC-020", "LC-025", "LC-026", "LC-032"})
        scan(QString::fromLatin1(code));
    type(QStringLiteral("2\n"));
}

QStringList TerminalStage::sceneNames()
{
    QStringList names{QStringLiteral("enrol"), QStringLiteral("enrol-code"), QStringLiteral("shift"),
                      QStringLiteral("resume"), QStringLiteral("parked")};
    for (const Scene &scene : scenes())
        names.append(scene.name);
    return names;
}

void TerminalStage::play(const QString &scene)
{
    if (scene.startsWith(QLatin1String("enrol"))) {
        begin(false, false);
        if (scene == QLatin1String("enrol-code"))
            type(QStringLiteral("shop.example\n"));
    } else if (scene == QLatin1String("shift")) {
        begin(true, false);
    } else if (scene == QLatin1String("resume") || scene == QLatin1String("parked")) {
        // What a till left that was killed in the middle of a sale.
        desktop::MemoryPreferences preferences;
        ShopPresenters before(m_desk, m_clock, preferences, QLocale());
        m_desk.openStore(true, true);
        before.start();
        before.till.enterCode(QStringLiteral("2*LC-005"));
        before.till.enterCode(QStringLiteral("LC-020"));
        begin(true, true);
        if (scene == QLatin1String("parked")) {
            type(QStringLiteral("2"));
            m_memory.send({KeyEvent::of(Key::F9)});
        }
    } else {
        begin(true, true);
        const auto found = std::ranges::find(scenes(), scene, &Scene::name);
        Q_ASSERT(found != scenes().end());
        found->play(*this);
    }
    settle();
}

} // namespace crema::terminal
