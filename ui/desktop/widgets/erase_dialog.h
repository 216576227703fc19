// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/erase_question.h"

#include <QDialog>

#include <functional>
#include <optional>

namespace crema::desktop {

class ChoiceRow;
class Theme;
class TouchButton;

/// Who is erased by a dialog, and how.
struct Erasure {
    QString name;  ///< of the dialog's objects: "eraseCustomer"
    QString title; ///< of its window
    /// Nothing once they are not open any more, or cannot be erased.
    std::function<std::optional<EraseQuestion>()> question;
    std::function<void(EraseReason)> erase;
};

/// Says what goes with somebody and what stays, asks why, and erases them. Enter never does it, and nothing is done
/// before a reason is chosen. Open it with open(), and call follow() when somebody else may be open: it closes then.
/// There is a question when it is made.
class EraseDialog final : public QDialog
{
    Q_OBJECT

public:
    EraseDialog(const Theme &theme, Erasure erasure, QWidget *window);

    void follow();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeReasons(const QList<EraseChoice> &reasons);
    [[nodiscard]] QWidget *makeFeet();
    void erase();

    const Theme &m_theme;
    Erasure m_erasure;
    ChoiceRow *m_reason;
    TouchButton *m_cancel;
    TouchButton *m_erase;
};

} // namespace crema::desktop
