// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/roles_page.h"

#include "ui/desktop/people/role_detail_panel.h"
#include "ui/desktop/people/role_list_panel.h"
#include "ui/presenters/people/role_list_presenter.h"

#include <QKeyEvent>

namespace crema::desktop {
namespace {

constexpr int rolesWidth = 560;

} // namespace

RolesPage::RolesPage(const Theme &theme, RoleListPresenter &presenter, QWidget *parent)
    : ListDetailPage(theme, rolesWidth, parent), m_presenter(presenter), m_list(new RoleListPanel(theme, presenter)),
      m_detail(new RoleDetailPanel(theme, presenter))
{
    setObjectName(QStringLiteral("rolesPage"));
    setPanels(m_list, m_detail);
    connect(&presenter, &RoleListPresenter::placeChanged, this, &RolesPage::showPanels);
    connect(&presenter, &RoleListPresenter::placeChanged, this, &AreaPage::placeChanged);
    setSizeClass(SizeClass::Medium);
}

AreaPage::Area RolesPage::area()
{
    return {QStringLiteral("roles"),        tr("Roles"), QStringLiteral("key"),
            QStringLiteral("Ctrl+Shift+O"), false,       QStringLiteral("people")};
}

bool RolesPage::isOpen() const
{
    return !m_presenter.openId().isEmpty();
}

void RolesPage::setPanelsBeside(bool beside)
{
    m_list->setBeside(beside);
    m_detail->setBeside(beside);
}

void RolesPage::focusList()
{
    m_list->focusList();
}

void RolesPage::focusDetail()
{
    m_detail->focusRole();
}

void RolesPage::arrive()
{
    m_presenter.arrive();
    focusPanel();
}

QString RolesPage::place() const
{
    return m_presenter.place();
}

void RolesPage::showPlace(const QString &place)
{
    m_presenter.showPlace(place);
    showPanels();
}

void RolesPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_presenter.arrive();
}

void RolesPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_presenter.leave();
}

void RolesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isOpen()) {
        m_presenter.close();
        return;
    }
    AreaPage::keyPressEvent(event);
}

} // namespace crema::desktop
