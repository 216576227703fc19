// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/devices/devices_page.h"

#include "ui/desktop/devices/device_detail_panel.h"
#include "ui/desktop/devices/device_list_panel.h"
#include "ui/presenters/devices/device_list_presenter.h"

#include <QKeyEvent>

namespace crema::desktop {
namespace {

constexpr int listWidth = 640;

} // namespace

DevicesPage::DevicesPage(const Theme &theme, DeviceListPresenter &presenter, QWidget *parent)
    : ListDetailPage(theme, listWidth, parent), m_presenter(presenter), m_list(new DeviceListPanel(theme, presenter)),
      m_detail(new DeviceDetailPanel(theme, presenter))
{
    setObjectName(QStringLiteral("devicesPage"));
    setPanels(m_list, m_detail);
    connect(&presenter, &DeviceListPresenter::detailChanged, this, &DevicesPage::showPanels);
    connect(&presenter, &DeviceListPresenter::placeChanged, this, &AreaPage::placeChanged);
    setSizeClass(SizeClass::Medium);
}

AreaPage::Area DevicesPage::area()
{
    return {QStringLiteral("devices"), tr("Devices"), QStringLiteral("monitor"), QStringLiteral("Ctrl+Shift+D")};
}

bool DevicesPage::isOpen() const
{
    return !m_presenter.openId().isEmpty();
}

void DevicesPage::setPanelsBeside(bool beside)
{
    m_list->setBeside(beside);
    m_detail->setBeside(beside);
}

void DevicesPage::focusList()
{
    m_list->focusList();
}

void DevicesPage::focusDetail()
{
    m_detail->focusDevice();
}

void DevicesPage::arrive()
{
    m_presenter.arrive();
    focusPanel();
}

QString DevicesPage::place() const
{
    return m_presenter.place();
}

void DevicesPage::showPlace(const QString &place)
{
    m_presenter.showPlace(place);
}

void DevicesPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_presenter.arrive();
}

void DevicesPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_presenter.leave();
}

void DevicesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_presenter.task().step() != DeviceStep::None) {
        m_presenter.task().close();
        return;
    }
    if (event->key() == Qt::Key_Escape && isOpen()) {
        m_presenter.close();
        return;
    }
    AreaPage::keyPressEvent(event);
}

} // namespace crema::desktop
