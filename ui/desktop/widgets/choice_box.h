// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace crema::desktop {

class Theme;

/// A field with a list to choose from, its arrow from the icons of the theme: what a style sheet leaves of the arrow of
/// Fusion is a stray line. As narrow as its place; the list is as wide as it needs.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace crema::desktop
