// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/customer_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

#include <functional>
#include <memory>

namespace crema::terminal {

/// One customer: a line for each thing about them, and the prompt for the one that is changed. What was typed is kept
/// with F4.
class CustomerScreen final : public ListScreen
{
    Q_OBJECT

public:
    /// Makes the screen of what the customer who is open bought.
    using MakeHistory = std::function<std::unique_ptr<TerminalScreen>()>;

    CustomerScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerListPresenter &customers,
                   MakeHistory makeHistory);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    bool back() override;

private:
    void refresh();
    void showProblem();
    void ask(std::optional<qsizetype> line);
    void openRow(qsizetype row) override;
    /// Does what a line offers, or says why it is not done.
    void take(QStringView action);
    void askToErase();
    void askToPart(const MergedCustomer &merged);
    void askToMerge(const QString &id);
    void askForPriceList();
    void askForConsent();
    void askHowConsented(ConsentState state);
    void setConsent(std::optional<ConsentState> state, ConsentSource source);
    void openQuestion(const QString &title, const QList<TextLine> &lines, QList<MenuChoice> choices,
                      const QString &help);
    void writeCopy();
    /// How many, then why.
    void takePoints(const QString &text);

    CustomerListPresenter &m_customers;
    MakeHistory m_makeHistory;
    std::optional<qsizetype> m_asked;     ///< the line that is typed
    std::optional<QString> m_pointsAsked; ///< how many points are added, empty until it is typed; nothing: not asked
    QList<QStringView> m_steps;           ///< the actions of the lines below the fields, or that points are adjusted
    qsizetype m_firstMerged = 0;          ///< of `m_steps`, the first of those who were merged
    QString m_said;                       ///< the problem that was told
};

} // namespace crema::terminal
