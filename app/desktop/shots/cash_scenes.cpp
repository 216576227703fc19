// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/cash_scenes.h"

#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"
#include "models/giftcards/gift_code.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace crema::desktop {

namespace {

class CashScene
{
public:
    explicit CashScene(const CatalogStage &stage) : m_stage(stage) {}

    void sell(const char *code) const
    {
        TillPresenter &till = m_stage.shop.till;
        till.enterCode(QString::fromLatin1(code));
        m_stage.clock.settle();
        till.startPaying();
        m_stage.clock.pass(TillPresenter::doublePressMs);
        till.takeTender();
        m_stage.clock.settle();
    }

    void move(CashMovementKind kind, std::int64_t minor, const char *reason) const
    {
        m_stage.shop.cash.setKind(kind);
        m_stage.shop.cash.recordMinor(minor, QString::fromLatin1(reason), {});
    }

    /// A morning at the till.
    void work() const
    {
        for (const char *code : {"LC-005", "LC-004", "LC-020"})
            sell(code);
        move(CashMovementKind::PaidIn, 5'000, "Change from the bank");
        move(CashMovementKind::PaidOut, 1'250, "Milk and bread");
        move(CashMovementKind::NoSale, 0, "Change a note");
        move(CashMovementKind::SafeDrop, 4'000, "Drawer too full");
    }

    void set(QStringView key, const QJsonValue &value) const
    {
        const PlaceId place(m_stage.desk.state().location->id.value());
        m_stage.desk.setShopSetting(place, key.toString(), QJsonValue(), value).then([](const Result<void> &) {});
    }

    void count(const char *pieces) const
    {
        m_stage.shop.drawer.actions().find(u"shift.close")->trigger();
        type("shiftPiece2", pieces);
        type("shiftPiece4", "1");
    }

    void type(const char *field, const char *text) const
    {
        auto *edit = part<QLineEdit>(field);
        edit->clear();
        edit->insert(QString::fromLatin1(text));
        Q_EMIT edit->textEdited(edit->text());
    }
    void click(const char *button) const { part<QAbstractButton>(button)->click(); }

private:
    template<class Part>
    [[nodiscard]] Part *part(const char *name) const
    {
        return m_stage.window.findChild<Part *>(QString::fromLatin1(name));
    }

    const CatalogStage &m_stage;
};

void playShiftClose(const QString &scene, const CashScene &play)
{
    if (scene == QLatin1String("shift-close-expected"))
        play.set(shop_setting::cashBlindCount, false);
    play.count("2");
    if (scene == QLatin1String("shift-close-count") || scene == QLatin1String("shift-close-expected"))
        return;
    play.click("shiftNext");
    if (scene == QLatin1String("shift-close-z"))
        play.click("shiftClose");
}

void playGiftCard(const QString &scene, const CatalogStage &stage, const CashScene &play)
{
    const QString code = QStringLiteral("CG123456789012345678901234567890123436");
    GiftCard card;
    card.id = GiftCardId(QUuid::createUuidV5(QUuid(), code));
    card.codeHash = giftCodeHash(code);
    card.lastDigits = lastDigitsOf(code);
    card.expires = QDate(2029, 12, 31);
    card.balance = Money(2'500, stage.desk.state().currency());
    stage.desk.addGiftCard(card);
    if (scene == QLatin1String("payment-gift-card")) {
        stage.shop.till.enterCode(QStringLiteral("LC-005"));
        stage.clock.settle();
        stage.shop.till.startPaying();
        stage.clock.settle();
        stage.shop.till.enterCode(code);
        return;
    }
    stage.shop.giftCard.want(scene == QLatin1String("gift-card-known") ? code : QString());
    stage.clock.settle();
    play.type("giftCardAmount", "25");
    if (scene == QLatin1String("gift-card-sold"))
        play.click("giftCardInCash");
}

} // namespace

QStringList cashSceneNames()
{
    return {QStringLiteral("cash-out"),          QStringLiteral("cash-no-sale"),
            QStringLiteral("cash-refused"),      QStringLiteral("cash-full"),
            QStringLiteral("cash-moved"),        QStringLiteral("cash-moved-none"),
            QStringLiteral("shift-close-count"), QStringLiteral("shift-close-expected"),
            QStringLiteral("shift-close-sure"),  QStringLiteral("shift-close-z"),
            QStringLiteral("x-report"),          QStringLiteral("z-reports"),
            QStringLiteral("z-report"),          QStringLiteral("gift-card"),
            QStringLiteral("gift-card-known"),   QStringLiteral("gift-card-sold"),
            QStringLiteral("payment-gift-card"), QStringLiteral("off-catalog"), QStringLiteral("receipt-mail")};
}

void playCash(const QString &scene, const CatalogStage &stage)
{
    const CashScene play(stage);
    if (scene != QLatin1String("cash-moved-none"))
        play.work();
    if (scene == QLatin1String("off-catalog")) {
        stage.shop.till.enterCode(QStringLiteral("LC-005"));
        stage.shop.offCatalog.want();
        stage.clock.settle();
        play.type("offCatalogName", "Repair of a grinder");
        play.type("offCatalogPrice", "25");
    } else if (scene == QLatin1String("receipt-mail")) {
        stage.shop.till.enterCode(QStringLiteral("LC-005"));
        stage.clock.settle();
        stage.shop.till.startPaying();
        stage.clock.pass(TillPresenter::doublePressMs);
        stage.shop.till.completeCash();
        stage.clock.settle();
        stage.shop.receiptMail.actions().find(u"till.mail-receipt")->trigger();
        play.type("mailAddress", "mira");
        play.click("mailSend");
    } else if (scene.contains(QLatin1String("gift-card"))) {
        playGiftCard(scene, stage, play);
    } else if (scene == QLatin1String("cash-full")) {
        stage.shop.till.enterCode(QStringLiteral("LC-005"));
        play.set(shop_setting::cashDrawerLimit, 10'000);
    } else if (scene == QLatin1String("cash-out") || scene == QLatin1String("cash-refused")) {
        stage.shop.cash.want(CashMovementKind::PaidOut);
        play.type("cashAmount", scene == QLatin1String("cash-out") ? "12.50" : "twelve");
        play.type("cashReason", "Milk and bread");
        if (scene == QLatin1String("cash-refused"))
            play.click("cashRecord");
    } else if (scene == QLatin1String("cash-no-sale")) {
        stage.shop.cash.actions().find(u"cash.no-sale")->trigger();
    } else if (scene.startsWith(QLatin1String("shift-close"))) {
        playShiftClose(scene, play);
    } else {
        if (scene.startsWith(QLatin1String("z-"))) {
            stage.shop.drawer.close(11'000, {});
            stage.clock.settle();
            stage.desk.openShift(Money(10'000, stage.desk.state().currency())).then([](const Result<Shift> &) {});
            stage.clock.settle();
            play.sell("LC-026");
        }
        stage.shop.shiftReport.actions().find(u"shift.report")->trigger();
        if (scene.startsWith(QLatin1String("cash-moved")))
            play.click("reportPages.moved");
        if (scene.startsWith(QLatin1String("z-")))
            play.click("reportPages.closed");
        if (scene == QLatin1String("z-report"))
            stage.shop.shiftReport.openZ(0);
    }
    stage.clock.settle();
}

} // namespace crema::desktop
