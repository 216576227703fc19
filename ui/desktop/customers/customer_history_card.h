// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace crema {
class CustomerHistoryPresenter;
class CustomerStatementPresenter;
} // namespace crema

namespace crema::desktop {

class Card;
class Theme;
class TouchButton;

/// What a customer bought: what it comes to, and each document as a button that leads to it in the list of sales.
class CustomerHistoryCard final : public QWidget
{
    Q_OBJECT

public:
    CustomerHistoryCard(const Theme &theme, CustomerHistoryPresenter &history, CustomerStatementPresenter &statement,
                        QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] TouchButton *makeButton(const QString &name, const QString &text);
    [[nodiscard]] TouchButton *rowAt(qsizetype row);
    void showState();
    void openStatement();

    const Theme &m_theme;
    CustomerHistoryPresenter &m_history;
    CustomerStatementPresenter &m_statement;
    Card *m_card;
    QLabel *m_sums;
    QLabel *m_problem;
    QLabel *m_known;
    QVBoxLayout *m_rows;
    QList<TouchButton *> m_buttons; ///< one for each row that was ever shown; those that are not needed are hidden
    TouchButton *m_more;
};

} // namespace crema::desktop
