// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/terminal_screen.h"

#include <QPointer>

namespace crema::terminal {

/// The till: scan, pay, change. All rules are the presenter's; this screen draws it and hands keys on.
class TillScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// The presenter is started and outlives the screen.
    TillScreen(Navigator &navigator, Clock &clock, MenuEnter enter, TillPresenter &till);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    void shown() override;

private:
    void modeChanged();
    void showMessage();
    void showRefusal(const QString &code);
    void askTender();
    void enter(const QString &text);
    void setQuantity(const QString &digits);
    void receive(const QString &digits);
    void openDrawer(const QString &digits);
    void removeLine();
    void showReceipt();
    void findProducts(const QString &text);
    void addAction(QList<TerminalAction> &actions, QStringView id, Verb verb, const QString &shortText,
                   std::function<void()> run);
    [[nodiscard]] QString promptLabel() const;
    [[nodiscard]] Canvas body(const Layout &layout) const;

    Clock &m_clock;
    MenuEnter m_enter;
    TillPresenter &m_till;
    LineEdit m_field;
    bool m_tenderChosen = false;        ///< cash was chosen for the payment under way
    QPointer<TerminalScreen> m_refusal; ///< the error screen on top, while there is one
};

} // namespace crema::terminal
