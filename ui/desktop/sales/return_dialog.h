// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace crema {
class ReturnPresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// Asks whether so much is paid back for that sale (ux.md 2.7): Enter says no. Open it with open(); the presenter
/// outlives it.
class ReturnDialog final : public QDialog
{
    Q_OBJECT

public:
    ReturnDialog(const Theme &theme, ReturnPresenter &presenter, QWidget *window);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] TouchButton *makeButton(const char *name, const QString &text);

    const Theme &m_theme;
};

} // namespace crema::desktop
