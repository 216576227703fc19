// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/devices/device_detail_panel.h"

#include "ui/desktop/devices/device_task_card.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/devices/device_list_presenter.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {
namespace {

constexpr int nameWidth = 168;
constexpr int widest = 720;

const char *tokenOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return "ok";
    case Tone::Warning: return "warn";
    case Tone::Error: return "error";
    case Tone::Neutral: break;
    }
    return "muted";
}

} // namespace

DeviceDetailPanel::DeviceDetailPanel(const Theme &theme, DeviceListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_header(new PageHeader(theme, QStringLiteral("deviceHeader"))),
      m_badge(new Badge(theme, QStringLiteral("deviceBadge"))),
      m_task(new DeviceTaskCard(theme, presenter.task(), DeviceTaskCard::About::OpenDevice)),
      m_findings(new Card(theme, QStringLiteral("deviceFindings"), tr("How it is"))),
      m_work(new Card(theme, QStringLiteral("deviceWork"), tr("Work"))),
      m_arrived(new Card(theme, QStringLiteral("deviceArrived"), tr("What has arrived from it"))),
      m_machine(new Card(theme, QStringLiteral("deviceMachine"), tr("Device"))), m_content(new QWidget),
      m_scroll(new QScrollArea), m_empty(new EmptyState(theme, QStringLiteral("deviceEmpty"))),
      m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("deviceDetail"));
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_header, &PageHeader::parentChosen, &presenter, &DeviceListPresenter::close);
    connect(m_task, &DeviceTaskCard::left, this, &DeviceDetailPanel::focusDevice);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &DeviceListPresenter::close);
    connect(&presenter, &DeviceListPresenter::detailChanged, this, &DeviceDetailPanel::showDetail);
    connect(&theme, &Theme::changed, this, &DeviceDetailPanel::showDetail);
    showDetail();
}

void DeviceDetailPanel::addButton(const char *action, const QString &text)
{
    const QString id = QString::fromLatin1(action);
    auto *made = new TouchButton(m_theme, id + QStringLiteral(".button"));
    Action &declared = *m_presenter.actions().find(id);
    made->setAction(declared);
    const auto show = [made, text] { made->setText(text); };
    connect(&declared, &Action::changed, made, show);
    show();
    m_header->addAction(made);
}

void DeviceDetailPanel::build()
{
    m_header->addBesideTitle(m_badge);
    addButton("devices.rename", tr("Rename"));
    addButton("devices.move", tr("Move"));
    addButton("devices.revoke", tr("Shut out"));
    addButton("devices.readmit", tr("Let in again"));
    auto *cards = new QVBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(m_task);
    for (Card *card : {m_findings, m_arrived, m_work, m_machine}) {
        card->setMaximumWidth(m_theme.scaled(widest));
        cards->addWidget(card);
    }
    cards->addStretch(1);
    m_content->setProperty("role", QStringLiteral("page"));
    m_content->setLayout(cards);
    m_scroll->setObjectName(QStringLiteral("deviceScroll"));
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    auto *shown = new QWidget;
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

void DeviceDetailPanel::setBeside(bool beside)
{
    const int edge = beside ? 24 : 16;
    m_header->setParentPlace(beside ? QString() : tr("Devices"));
    m_header->setEdge(edge);
    m_content->layout()->setContentsMargins(edge, 4, edge, 16);
}

void DeviceDetailPanel::focusDevice()
{
    m_scroll->setFocus();
}

QLabel *DeviceDetailPanel::text(const QString &words, QFont::Weight weight, const char *tone) const
{
    QLabel *label = makeText(m_theme, QString(), 14, weight, tone);
    label->setText(words);
    label->setWordWrap(true);
    return label;
}

void DeviceDetailPanel::showDetail()
{
    if (m_presenter.detail()) {
        showDevice(*m_presenter.detail());
        m_stack->setCurrentIndex(1);
        return;
    }
    if (m_presenter.openId().isEmpty()) {
        m_empty->showState(QStringLiteral("monitor"), tr("Choose a device"),
                           tr("What needs a person, what waits on it and how its machine is stand here."));
        m_empty->setAction({});
    } else {
        m_empty->showState(QStringLiteral("search"), tr("This device is not known any more"),
                           tr("It belongs to a location that is not yours."));
        m_empty->setAction(tr("Back to all devices"), "plain");
    }
    m_stack->setCurrentIndex(0);
}

void DeviceDetailPanel::showDevice(const DeviceDetail &detail)
{
    m_header->setTitle(detail.row.name);
    m_header->setAside(tr("%1 · %2", "location, as of when").arg(detail.row.placeText, detail.asOfText));
    m_badge->setLook(lookOf(detail.row.state));
    fillFindings(detail);
    m_arrived->setVisible(!detail.arrived.isEmpty());
    fillFacts(*m_arrived, QStringLiteral("arrivedContent"), detail.arrived);
    fillFacts(*m_work, QStringLiteral("workContent"), detail.work);
    fillFacts(*m_machine, QStringLiteral("machineContent"), detail.machine);
}

void DeviceDetailPanel::fillFindings(const DeviceDetail &detail)
{
    QGridLayout *grid = m_findings->emptied(QStringLiteral("findingsContent"));
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    for (const DeviceFindingView &finding : detail.findings) {
        const int row = grid->rowCount();
        const int size = m_theme.scaled(20);
        auto *icon = new QLabel;
        icon->setPixmap(m_theme.icon(finding.iconName, tokenOf(finding.tone)).pixmap(size, size));
        grid->addWidget(icon, row, 0, Qt::AlignTop);
        grid->addWidget(text(finding.title, QFont::Medium), row, 1);
        grid->addWidget(text(finding.sentence, QFont::Normal, "muted"), row + 1, 1);
        grid->setRowMinimumHeight(row + 2, 8);
    }
    grid->setColumnStretch(1, 1);
}

void DeviceDetailPanel::fillFacts(Card &card, const QString &name, const QList<DeviceFact> &facts)
{
    QGridLayout *grid = card.emptied(name);
    for (const DeviceFact &fact : facts) {
        const int row = grid->rowCount();
        grid->addWidget(text(fact.name, QFont::Normal, "muted"), row, 0, Qt::AlignTop);
        grid->addWidget(text(fact.value, QFont::Normal), row, 1);
    }
    grid->setColumnMinimumWidth(0, m_theme.scaled(nameWidth));
    grid->setColumnStretch(1, 1);
}

} // namespace crema::desktop
