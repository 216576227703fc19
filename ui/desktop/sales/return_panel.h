// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace crema {
class PrintPresenter;
class ReturnPresenter;
struct AmountRow;
} // namespace crema

namespace crema::desktop {

class Card;
class ChoiceRow;
class EmptyState;
class PageHeader;
class ReturnDonePanel;
class ReturnLineRow;
class Theme;
class TouchButton;

/// What comes back of a sale, in the place of the sale: its lines with how much of each, how it is paid back, and what
/// came of it. Theme and presenters outlive it.
class ReturnPanel final : public QWidget
{
    Q_OBJECT

public:
    ReturnPanel(const Theme &theme, ReturnPresenter &presenter, PrintPresenter &printing, QWidget *parent = nullptr);

    void setBeside(bool beside);
    /// Puts the focus where work begins.
    void focusStart();

private:
    [[nodiscard]] QWidget *makeChoosing();
    [[nodiscard]] QWidget *makeFoot();
    void followStep();
    void showState();
    void showLines();
    void showSums();
    void addAmount(QGridLayout &grid, const AmountRow &row, int px, const char *tone);
    void ask();

    const Theme &m_theme;
    ReturnPresenter &m_presenter;
    PageHeader *m_header;
    TouchButton *m_everything;
    Card *m_lines;
    Card *m_sums;
    ChoiceRow *m_to;
    QList<ReturnLineRow *> m_rows;
    QString m_shown; ///< the sale whose lines the rows are
    QScrollArea *m_scroll;
    QLabel *m_message;
    TouchButton *m_exchange;
    TouchButton *m_pay;
    EmptyState *m_empty;
    ReturnDonePanel *m_done;
    QStackedWidget *m_stack;
};

} // namespace crema::desktop
