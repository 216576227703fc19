// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace crema {
class DeviceListPresenter;
struct DeviceDetail;
struct DeviceFact;
} // namespace crema

namespace crema::desktop {

class Badge;
class Card;
class DeviceTaskCard;
class EmptyState;
class PageHeader;
class Theme;
class TouchButton;

/// One device in full: what needs a person and what to do about it, its work, its machine.
class DeviceDetailPanel final : public QWidget
{
    Q_OBJECT

public:
    DeviceDetailPanel(const Theme &theme, DeviceListPresenter &presenter, QWidget *parent = nullptr);

    /// Beside the list nothing leads back to it.
    void setBeside(bool beside);
    /// Puts the focus on the device, so that the keys scroll it.
    void focusDevice();

private:
    void build();
    void addButton(const char *action, const QString &text);
    void showDetail();
    void showDevice(const DeviceDetail &detail);
    void fillFindings(const DeviceDetail &detail);
    void fillFacts(Card &card, const QString &name, const QList<DeviceFact> &facts);
    [[nodiscard]] QLabel *text(const QString &words, QFont::Weight weight, const char *tone = "") const;

    const Theme &m_theme;
    DeviceListPresenter &m_presenter;
    PageHeader *m_header;
    Badge *m_badge;
    DeviceTaskCard *m_task;
    Card *m_findings;
    Card *m_work;
    Card *m_arrived;
    Card *m_machine;
    QWidget *m_content;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace crema::desktop
