// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace crema {
class PrintPresenter;
class ReturnPresenter;
} // namespace crema

namespace crema::desktop {

class AmountLabel;
class Theme;
class TouchButton;

/// A return that is recorded: its number, what is handed out in cash and in which notes and coins, and what goes back
/// by other ways. Presenters outlive it.
class ReturnDonePanel final : public QWidget
{
    Q_OBJECT

public:
    ReturnDonePanel(const Theme &theme, ReturnPresenter &presenter, PrintPresenter &printing,
                    QWidget *parent = nullptr);

    void focusDone();

private:
    void showDone();
    [[nodiscard]] TouchButton *makeButton(const char *name, const QString &text);

    const Theme &m_theme;
    ReturnPresenter &m_presenter;
    PrintPresenter &m_printing;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_cashTitle;
    AmountLabel *m_cash;
    QHBoxLayout *m_pieces;
    QWidget *m_others;
    QGridLayout *m_otherRows;
    QLabel *m_hint;
    TouchButton *m_show;
    TouchButton *m_print;
    TouchButton *m_done;
};

} // namespace crema::desktop
