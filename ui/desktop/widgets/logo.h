// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace crema::desktop {

class Theme;

/// Crema's sign in the colours of the theme: a cup seen from above.
class Logo final : public QWidget
{
    Q_OBJECT

public:
    /// `px` is its width and height.
    Logo(const Theme &theme, int px, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

/// The icon of windows and task bars, 16 to 256 px.
[[nodiscard]] QIcon programIcon(const Theme &theme);

} // namespace crema::desktop
