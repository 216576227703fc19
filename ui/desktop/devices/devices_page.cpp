// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/devices/devices_page.h"

#include "ui/desktop/devices/device_detail_panel.h"
#include "ui/desktop/devices/device_list_panel.h"
#include "ui/desktop/theme/theme.h"
#include "ui/presenters/devices/device_list_presenter.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace crema::desktop {
namespace {

constexpr int listWidth = 640;

} // namespace

DevicesPage::DevicesPage(const Theme &theme, DeviceListPresenter &presenter, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_presenter(presenter), m_list(new DeviceListPanel(theme, presenter)),
      m_detail(new DeviceDetailPanel(theme, presenter))
{
    setObjectName(QStringLiteral("devicesPage"));
    setFocusPolicy(Qt::ClickFocus);
    setProperty("noRing", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list, 1);
    row->addWidget(m_detail, 1);
    connect(&presenter, &DeviceListPresenter::detailChanged, this, &DevicesPage::showPanels);
    connect(&presenter, &DeviceListPresenter::placeChanged, this, &AreaPage::placeChanged);
    setSizeClass(SizeClass::Medium);
}

AreaPage::Area DevicesPage::area()
{
    return {QStringLiteral("devices"), tr("Devices"), QStringLiteral("monitor")};
}

void DevicesPage::setSizeClass(SizeClass size)
{
    m_beside = size == SizeClass::Wide;
    m_list->setMinimumWidth(m_beside ? m_theme.scaled(listWidth) : 0);
    m_list->setMaximumWidth(m_beside ? m_theme.scaled(listWidth) : QWIDGETSIZE_MAX);
    m_list->setBeside(m_beside);
    m_detail->setBeside(m_beside);
    showPanels();
}

void DevicesPage::showPanels()
{
    const bool open = !m_presenter.openId().isEmpty();
    const bool wasOpen = !m_detail->isHidden();
    m_list->setVisible(m_beside || !open);
    m_detail->setVisible(m_beside || open);
    if (m_beside || wasOpen == open || !isVisible())
        return;
    // The panel that had the focus is gone: the one that came takes it.
    if (open)
        m_detail->focusDevice();
    else
        m_list->focusList();
}

void DevicesPage::arrive()
{
    m_presenter.arrive();
    if (!m_beside && !m_presenter.openId().isEmpty())
        m_detail->focusDevice();
    else
        m_list->focusList();
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
    if (event->key() == Qt::Key_Escape && !m_presenter.openId().isEmpty()) {
        m_presenter.close();
        return;
    }
    AreaPage::keyPressEvent(event);
}

} // namespace crema::desktop
