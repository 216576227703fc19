// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace crema {
class DisplayPresenter;
} // namespace crema

namespace crema::desktop {

class AmountLabel;
class QrCodeView;
class Theme;

/// What the customer sees: the shop's name, the items, the total and the change, large and calm (ux.md 2.2). A window
/// of its own that never takes the keys away from the till; on a second screen it fills it.
class DisplayWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `main` is the window that the staff works in; it owns this one.
    DisplayWindow(const Theme &theme, DisplayPresenter &presenter, QWidget *main);

    /// Shows it where this device has set, or hides it.
    void showPlace();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeIdle();
    [[nodiscard]] QWidget *makeSale();
    void showView();
    void showLines();
    void showRows();
    [[nodiscard]] QWidget *makeLine(int row);
    [[nodiscard]] int heightOf(int row) const;

    const Theme &m_theme;
    DisplayPresenter &m_presenter;
    QWidget *m_main;
    QLabel *m_training;
    QStackedWidget *m_faces;
    QLabel *m_idleName = nullptr;
    QLabel *m_name = nullptr;
    QVBoxLayout *m_lines = nullptr;
    QWidget *m_linesArea = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QLabel *m_totalLabel = nullptr;
    AmountLabel *m_total = nullptr;
    QWidget *m_changeArea = nullptr;
    QLabel *m_changeLabel = nullptr;
    AmountLabel *m_change = nullptr;
    QLabel *m_paid = nullptr;
    QWidget *m_codeArea = nullptr;
    QrCodeView *m_code = nullptr;
    QLabel *m_codeLabel = nullptr;
};

} // namespace crema::desktop
