// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/people_page.h"

#include "ui/desktop/people/person_detail_panel.h"
#include "ui/desktop/people/person_list_panel.h"
#include "ui/presenters/people/person_list_presenter.h"

#include <QKeyEvent>

namespace crema::desktop {
namespace {

constexpr int listWidth = 560;

} // namespace

PeoplePage::PeoplePage(const Theme &theme, PersonListPresenter &presenter, AccountPresenter &sessions, QWidget *parent)
    : ListDetailPage(theme, listWidth, parent), m_presenter(presenter), m_list(new PersonListPanel(theme, presenter)),
      m_detail(new PersonDetailPanel(theme, presenter, sessions))
{
    setObjectName(QStringLiteral("peoplePage"));
    setPanels(m_list, m_detail);
    connect(&presenter, &PersonListPresenter::placeChanged, this, &PeoplePage::showPanels);
    connect(&presenter, &PersonListPresenter::placeChanged, this, &AreaPage::placeChanged);
    setSizeClass(SizeClass::Medium);
}

AreaPage::Area PeoplePage::area()
{
    return {QStringLiteral("people"), tr("People"), QStringLiteral("users"), QStringLiteral("Ctrl+Shift+U")};
}

bool PeoplePage::isOpen() const
{
    return !m_presenter.openId().isEmpty();
}

void PeoplePage::setPanelsBeside(bool beside)
{
    m_list->setBeside(beside);
    m_detail->setBeside(beside);
}

void PeoplePage::focusList()
{
    m_list->focusList();
}

void PeoplePage::focusDetail()
{
    m_detail->focusPerson();
}

void PeoplePage::arrive()
{
    m_presenter.arrive();
    focusPanel();
}

QString PeoplePage::place() const
{
    return m_presenter.place();
}

void PeoplePage::showPlace(const QString &place)
{
    m_presenter.showPlace(place);
    showPanels();
}

void PeoplePage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_presenter.arrive();
}

void PeoplePage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_presenter.leave();
}

void PeoplePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isOpen()) {
        m_presenter.close();
        return;
    }
    AreaPage::keyPressEvent(event);
}

} // namespace crema::desktop
