// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace crema {
class ApprovalPresenter;
}

namespace crema::desktop {

class PersonButton;
class Theme;
class TouchButton;

/// Asks somebody else for their PIN, in front of what waits for it: people at the leading side, the PIN pad at the
/// trailing one. Closes when the presenter has done asking. Open it with open(). The presenter outlives it.
class ApprovalDialog final : public QDialog
{
    Q_OBJECT

public:
    ApprovalDialog(const Theme &theme, ApprovalPresenter &presenter, QWidget *window);

    /// Nobody approves it.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makePeople();
    [[nodiscard]] QWidget *makePad();
    void showState();

    const Theme &m_theme;
    ApprovalPresenter &m_presenter;
    QLabel *m_wanted;
    QLabel *m_dots;
    QLabel *m_message;
    QLabel *m_hint;
    QVBoxLayout *m_column;
    QList<PersonButton *> m_people;
    TouchButton *m_back;
    TouchButton *m_approve;
};

} // namespace crema::desktop
