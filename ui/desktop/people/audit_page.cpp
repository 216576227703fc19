// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/audit_page.h"

#include "ui/desktop/people/audit_detail_panel.h"
#include "ui/desktop/people/audit_list_panel.h"
#include "ui/presenters/people/audit_presenter.h"
#include "ui/presenters/shell/shell_presenter.h"

#include <QKeyEvent>

namespace crema::desktop {
namespace {

constexpr int listWidth = 720;

} // namespace

AuditPage::AuditPage(const Theme &theme, AuditPresenter &presenter, ShellPresenter &shell, QWidget *parent)
    : ListDetailPage(theme, listWidth, parent), m_presenter(presenter), m_list(new AuditListPanel(theme, presenter)),
      m_detail(new AuditDetailPanel(theme, presenter))
{
    setObjectName(QStringLiteral("auditPage"));
    setPanels(m_list, m_detail);
    connect(&presenter, &AuditPresenter::detailChanged, this, &AuditPage::showPanels);
    connect(&presenter, &AuditPresenter::placeChanged, this, &AreaPage::placeChanged);
    connect(m_list, &AuditListPanel::peopleWanted, &shell, [&shell] { shell.go({QStringLiteral("people"), {}}); });
    setSizeClass(SizeClass::Medium);
}

AreaPage::Area AuditPage::area()
{
    return {
        QStringLiteral("audit"), tr("Audit trail"), QStringLiteral("history"), QStringLiteral("Ctrl+Shift+H"), false,
        QStringLiteral("people")};
}

bool AuditPage::isOpen() const
{
    return !m_presenter.openId().isEmpty();
}

void AuditPage::setPanelsBeside(bool beside)
{
    m_list->setBeside(beside);
    m_detail->setBeside(beside);
}

void AuditPage::focusList()
{
    m_list->focusList();
}

void AuditPage::focusDetail()
{
    m_detail->focusEntry();
}

void AuditPage::arrive()
{
    m_presenter.arrive();
    focusPanel();
}

QString AuditPage::place() const
{
    return m_presenter.place();
}

void AuditPage::showPlace(const QString &place)
{
    m_presenter.showPlace(place);
}

void AuditPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_presenter.arrive();
}

void AuditPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_presenter.leave();
}

void AuditPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isOpen()) {
        m_presenter.close();
        return;
    }
    AreaPage::keyPressEvent(event);
}

} // namespace crema::desktop
