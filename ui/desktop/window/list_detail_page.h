// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/area_page.h"

namespace crema::desktop {

class Theme;

/// A work area of a list and of what is open of it: one of both below 1600 px, both side by side from there on.
class ListDetailPage : public AreaPage
{
    Q_OBJECT

public:
    void setSizeClass(SizeClass size) override;

protected:
    /// `listWidth` is that of the list beside the detail, in px at text scale 1.0. `theme` outlives the page.
    ListDetailPage(const Theme &theme, int listWidth, QWidget *parent);

    /// Once, before anything is shown; the page owns both.
    void setPanels(QWidget *list, QWidget *detail);
    void showPanels();
    /// Puts the focus where work begins.
    void focusPanel();

    [[nodiscard]] virtual bool isOpen() const = 0;
    virtual void setPanelsBeside(bool beside) = 0;
    virtual void focusList() = 0;
    virtual void focusDetail() = 0;

private:
    const Theme &m_theme;
    int m_listWidth;
    QWidget *m_listPanel = nullptr;
    QWidget *m_detailPanel = nullptr;
    bool m_beside = false;
};

} // namespace crema::desktop
