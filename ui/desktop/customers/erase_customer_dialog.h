// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace crema {
class CustomerListPresenter;
struct EraseChoice;
} // namespace crema

namespace crema::desktop {

class ChoiceRow;
class Theme;
class TouchButton;

/// Says what goes with a customer and what stays, asks why, and erases them. Enter never does it, and nothing is done
/// before a reason is chosen. Closes when somebody else is open. Open it with open(); the presenter outlives it and has
/// an eraseQuestion() then.
class EraseCustomerDialog final : public QDialog
{
    Q_OBJECT

public:
    EraseCustomerDialog(const Theme &theme, CustomerListPresenter &presenter, QWidget *window);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeReasons(const QList<EraseChoice> &reasons);
    [[nodiscard]] QWidget *makeFeet();
    void follow();
    void erase();

    const Theme &m_theme;
    CustomerListPresenter &m_presenter;
    QString m_customer; ///< whom it is about
    ChoiceRow *m_reason;
    TouchButton *m_cancel;
    TouchButton *m_erase;
};

} // namespace crema::desktop
