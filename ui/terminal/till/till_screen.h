// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/shop_presenters.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/terminal_screen.h"

#include <QPointer>

namespace crema::terminal {

/// The till: scan, pay, change. All rules are the presenter's; this screen draws it and hands keys on.
class TillScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// The presenters are started and outlive the screen.
    TillScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    [[nodiscard]] bool isWorking() const override { return m_till.isWorking(); }
    void shown() override;

private:
    void modeChanged();
    void showMessage();
    void showRefusal(const QString &code);
    void offerResume();
    void askModifiers();
    void askWeight();
    void followOnline();
    void askTender();
    void addOnlineActions(QList<TerminalAction> &actions);
    [[nodiscard]] QList<MenuChoice> tenderChoices();
    void takePart();
    void giveBackLast();
    void splitEvenly();
    void askAboutAmount();
    void enter(const QString &text);
    void enrol(const QString &text);
    void setQuantity(const QString &digits);
    void receive(const QString &digits);
    /// False when it is no amount; says so.
    [[nodiscard]] bool setReceived(const QString &digits);
    void openDrawer(const QString &digits);
    void undoOrRemove();
    void removeRow(int row);
    void showReceipt();
    void addCartActions(QList<TerminalAction> &actions);
    void openCartMenu();
    void openMoreMenu();
    void openBackMenu();
    [[nodiscard]] MenuChoice trainingChoice();
    [[nodiscard]] MenuChoice favouritesChoice();
    void openStep(CartStep step, CartScope scope);
    void findProducts(const QString &text);
    bool sellingKey(const KeyEvent &event);
    bool payingKey(const KeyEvent &event);
    bool changeKey(const KeyEvent &event);
    void chooseReceipt();
    void addAction(QList<TerminalAction> &actions, QStringView id, Verb verb, const QString &shortText,
                   std::function<void()> run);
    [[nodiscard]] QString promptLabel() const;
    [[nodiscard]] Canvas body(const Layout &layout) const;
    [[nodiscard]] Canvas trainingBody(const Layout &layout) const;

    Clock &m_clock;
    MenuEnter m_enter;
    ShopPresenters &m_shop;
    TillPresenter &m_till;
    LineEdit m_field;
    QString m_platform;                 ///< typed for the enrolment; the code comes next
    bool m_wasOnline = false;           ///< an online payment was awaited here
    bool m_tenderChosen = false;        ///< how the next part of the payment under way is paid
    std::unique_ptr<Timer> m_pause;     ///< a digit after the sale counts when nothing follows it
    QPointer<TerminalScreen> m_refusal; ///< the error screen on top, while there is one
    QPointer<MenuScreen> m_modifiers;   ///< the question for modifiers, while it is asked
    QPointer<TerminalScreen> m_weight;  ///< the question for a weight, while it is asked
    QPointer<TerminalScreen> m_resume;  ///< the question whether to go on with a sale, while it is asked
};

} // namespace crema::terminal
