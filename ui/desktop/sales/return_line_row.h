// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace crema {
class ReturnPresenter;
struct ReturnLineView;
} // namespace crema

namespace crema::desktop {

class ChoiceBox;
class Theme;
class TouchButton;

/// One line of a sale: how much of it comes back, and once something does, why, whether it goes back into stock and
/// what is kept of it. Theme and presenter outlive it.
class ReturnLineRow final : public QWidget
{
    Q_OBJECT

public:
    ReturnLineRow(const Theme &theme, ReturnPresenter &presenter, int row, QWidget *parent = nullptr);

    void showLine(const ReturnLineView &line);
    /// Puts the focus on the quantity.
    void focusQuantity();

private:
    [[nodiscard]] QWidget *makeQuantity();
    [[nodiscard]] QWidget *makeDetails();
    [[nodiscard]] TouchButton *makeStep(const char *name, const char *icon, int steps);
    void takeQuantity();

    const Theme &m_theme;
    ReturnPresenter &m_presenter;
    int m_row;
    QLabel *m_name;
    QLabel *m_detail;
    QLabel *m_left;
    QLabel *m_returned;
    TouchButton *m_less;
    QLineEdit *m_quantity;
    TouchButton *m_more;
    QWidget *m_details;
    ChoiceBox *m_reason;
    QCheckBox *m_restock;
    QLineEdit *m_fee;
    QLabel *m_problem;
};

} // namespace crema::desktop
