// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/input/tones.h"
#include "ui/desktop/widgets/late_panel.h"
#include "ui/desktop/window/area_page.h"

#include <QPointer>

class QKeyEvent;
class QVBoxLayout;

namespace crema {
class Action;
class ActionList;
class CartStepPresenter;
class OpenCartPresenter;
class PrintPresenter;
class TillPresenter;
class UnknownCodePresenter;
} // namespace crema

namespace crema::desktop {

class CartPanel;
class CartStepFace;
class CatalogPanel;
class ChangePanel;
class EnrolPanel;
class MessageStrip;
class OnlinePanel;
class PayBackPanel;
class PaymentPanel;
class ShiftPanel;
class Theme;

/// The till: the left side changes with the presenter's mode, the cart stays. It knows what the keys mean here.
class TillPage final : public AreaPage
{
    Q_OBJECT

public:
    TillPage(const Theme &theme, TillPresenter &presenter, UnknownCodePresenter &unknownCode,
             OpenCartPresenter &openCart, CartStepPresenter &steps, PrintPresenter &printing, Clock &clock,
             QWidget *parent = nullptr);
    ~TillPage() override;

    /// For tests; the tones outlive the page.
    void setTones(Tones &tones) { m_tones = &tones; }

    /// Something that is told above what the till shows.
    void addStrip(QWidget *strip);
    /// As CartPanel::addMore().
    void addMore(ActionList &actions, const QString &id);
    /// Offered with the receipt of a sale.
    void setMail(Action &mail) { m_mail = &mail; }

    [[nodiscard]] static Area area();
    [[nodiscard]] QList<std::pair<QString, QString>> otherKeys() const override;
    void setSizeClass(SizeClass size) override;
    void arrive() override { showMode(); }
    [[nodiscard]] QRect freeRect() const override;
    [[nodiscard]] bool takeScan(const QString &code) override;

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMode();
    void showStep();
    void showMessage();
    void showOffer();
    void beginSearch(const QString &letter);
    void endTypedSearch();
    [[nodiscard]] bool goesOnSearching(const QKeyEvent &key);
    [[nodiscard]] bool keyPressed(QKeyEvent &key);
    [[nodiscard]] bool keyWithOptions(QKeyEvent &key);
    [[nodiscard]] bool keyWhileWeighing(QKeyEvent &key);
    [[nodiscard]] bool pressFocusedButton();
    [[nodiscard]] bool keyInStep(QKeyEvent &key);
    [[nodiscard]] bool keyWhileSelling(QKeyEvent &key);
    [[nodiscard]] bool keyWhilePaying(QKeyEvent &key);
    [[nodiscard]] bool keyWhileOnline(QKeyEvent &key);
    void showPaying();
    void followPayment();
    [[nodiscard]] bool keyWithChange(QKeyEvent &key);
    [[nodiscard]] bool keyBeforeShift(QKeyEvent &key);

    const Theme &m_theme;
    TillPresenter &m_presenter;
    UnknownCodePresenter &m_unknownCode;
    OpenCartPresenter &m_openCart;
    CartStepPresenter &m_steps;
    Clock &m_clock;
    std::unique_ptr<Tones> m_ownTones;
    Tones *m_tones;
    Action *m_mail = nullptr;
    bool m_isUnknown = false; ///< the code that is refused next is one that nobody knows
    QStackedWidget *m_stack;
    CatalogPanel *m_catalog;
    LatePanel<CartStepFace> m_stepFace;
    LatePanel<PaymentPanel> m_payment;
    LatePanel<PayBackPanel> m_payBack;
    LatePanel<OnlinePanel> m_online;
    LatePanel<ChangePanel> m_change;
    LatePanel<ShiftPanel> m_shift;
    LatePanel<EnrolPanel> m_enrol;
    QVBoxLayout *m_leading;
    QWidget *m_starting;
    QWidget *m_messageRow;
    MessageStrip *m_message;
    MessageStrip *m_offer; ///< the sale that was open when the program ended
    CartPanel *m_cart;
    QPointer<QObject> m_searchFrom; ///< had the focus when a letter began the search
    std::int64_t m_searchBeganMs = 0;
};

} // namespace crema::desktop
