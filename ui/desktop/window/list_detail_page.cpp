// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/list_detail_page.h"

#include "ui/desktop/theme/theme.h"

#include <QHBoxLayout>

namespace crema::desktop {

ListDetailPage::ListDetailPage(const Theme &theme, int listWidth, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_listWidth(listWidth)
{
    setFocusPolicy(Qt::ClickFocus);
    setProperty("noRing", true);
}

void ListDetailPage::setPanels(QWidget *list, QWidget *detail)
{
    m_listPanel = list;
    m_detailPanel = detail;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(list, 1);
    row->addWidget(detail, 1);
}

void ListDetailPage::setSizeClass(SizeClass size)
{
    m_beside = size == SizeClass::Wide;
    m_listPanel->setMinimumWidth(m_beside ? m_theme.scaled(m_listWidth) : 0);
    m_listPanel->setMaximumWidth(m_beside ? m_theme.scaled(m_listWidth) : QWIDGETSIZE_MAX);
    setPanelsBeside(m_beside);
    showPanels();
}

void ListDetailPage::showPanels()
{
    const bool open = isOpen();
    const bool wasOpen = !m_detailPanel->isHidden();
    m_listPanel->setVisible(m_beside || !open);
    m_detailPanel->setVisible(m_beside || open);
    // The panel that had the focus is gone: the one that came takes it.
    if (!m_beside && wasOpen != open && isVisible())
        focusPanel();
}

void ListDetailPage::focusPanel()
{
    if (!m_beside && isOpen())
        focusDetail();
    else
        focusList();
}

} // namespace crema::desktop
