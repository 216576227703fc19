// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/sale_filter_bar.h"

#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/widgets/filter_chip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/desktop/widgets/wrap_layout.h"
#include "ui/presenters/selling/sale_list_presenter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

namespace crema::desktop {

SaleFilterBar::SaleFilterBar(const Theme &theme, SaleListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_field(new QLineEdit),
      m_icon(m_field->addAction(theme.icon(QStringLiteral("filter"), "muted"), QLineEdit::LeadingPosition)),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight)), m_chips(new WrapLayout),
      m_add(new TouchButton(theme, QStringLiteral("salesAddFilter"))),
      m_hint(makeText(theme, QStringLiteral("salesFilterHint"), 12, QFont::Normal, "warning"))
{
    setObjectName(QStringLiteral("salesFilterBar"));
    m_field->setObjectName(QStringLiteral("salesFilter"));
    m_field->setProperty("role", QStringLiteral("filter"));
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_field->setMaximumHeight(theme.controlHeight());
    m_field->setPlaceholderText(tr("Filter, or type day:today state:queued"));
    m_field->setAccessibleName(tr("Filter sales"));
    m_field->setMinimumWidth(theme.scaled(240));
    m_field->setMaximumWidth(theme.scaled(480));
    m_field->installEventFilter(this);
    m_icon->setText(tr("Filter sales"));
    m_add->setKind("link");
    m_add->setTextSize(14, QFont::Medium);
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setText(tr("Add filter"));
    m_add->setAccessibleName(tr("Add filter"));
    m_add->setMinimumHeight(theme.controlHeight());

    m_chips->addWidget(m_add);
    m_row->setSpacing(8);
    // The style sheet takes the field's own least height.
    auto *fieldRow = new QHBoxLayout;
    fieldRow->addStrut(theme.controlHeight());
    fieldRow->addWidget(m_field);
    m_row->addLayout(fieldRow, 1);
    m_row->addLayout(m_chips, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 4, 16, 8);
    column->setSpacing(4);
    column->addLayout(m_row);
    column->addWidget(m_hint);

    connect(m_field, &QLineEdit::textEdited, &presenter, &SaleListPresenter::setFilterText);
    connect(m_add, &QPushButton::clicked, this, &SaleFilterBar::showMenu);
    connect(&presenter, &SaleListPresenter::queryChanged, this, &SaleFilterBar::showQuery);
    connect(&presenter, &SaleListPresenter::filterWanted, this, [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    });
    connect(&theme, &Theme::changed, this,
            [this] { m_icon->setIcon(m_theme.icon(QStringLiteral("filter"), "muted")); });
    showQuery();
}

void SaleFilterBar::setStacked(bool stacked)
{
    stacked = stacked || isLargeText(m_theme);
    m_row->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_field->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : m_theme.scaled(480));
}

void SaleFilterBar::showQuery()
{
    if (m_field->text() != m_presenter.filterText())
        m_field->setText(m_presenter.filterText());
    const QString hint = m_presenter.filterHint();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    const QList<SaleFilterChip> chips = m_presenter.chips();
    while (m_chipButtons.size() < chips.size()) {
        auto *chip = new FilterChipButton(m_theme, QStringLiteral("salesChip%1").arg(m_chipButtons.size()));
        connect(chip, &QPushButton::clicked, this, [this, chip] {
            m_presenter.removeFilter(chip->property("filter").toString());
            m_field->setFocus();
        });
        m_chips->insertWidget(static_cast<int>(m_chipButtons.size()), chip);
        m_chipButtons.append(chip);
    }
    for (qsizetype i = 0; i < m_chipButtons.size(); ++i) {
        m_chipButtons.at(i)->setVisible(i < chips.size());
        if (i >= chips.size())
            continue;
        m_chipButtons.at(i)->setProperty("filter", chips.at(i).id);
        m_chipButtons.at(i)->setFilter(chips.at(i).label, chips.at(i).value);
    }
}

void SaleFilterBar::change(void (*edit)(SaleQuery &))
{
    SaleQuery query = m_presenter.query();
    edit(query);
    m_presenter.setQuery(query);
}

void SaleFilterBar::writeRange()
{
    // A range is typed: the field gets the last seven days, with the first of them marked for typing over.
    constexpr int isoDate = 10;
    m_presenter.beginDayRange();
    m_field->setFocus();
    m_field->setSelection(static_cast<int>(m_field->text().indexOf(u':')) + 1, isoDate);
}

void SaleFilterBar::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("salesFilterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, void (*edit)(SaleQuery &)) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, edit] { change(edit); });
    };
    add(tr("Today"), [](SaleQuery &query) { query.days = SaleDays::Today; });
    add(tr("Yesterday"), [](SaleQuery &query) { query.days = SaleDays::Yesterday; });
    add(tr("Last 7 days"), [](SaleQuery &query) { query.days = SaleDays::LastSeven; });
    connect(menu->addAction(tr("From one day to another")), &QAction::triggered, this, &SaleFilterBar::writeRange);
    menu->addSeparator();
    add(tr("This shift"), [](SaleQuery &query) { query.thisShift = true; });
    menu->addSeparator();
    add(recordStateText(RecordState::SavedHere), [](SaleQuery &query) { query.state = RecordState::SavedHere; });
    add(recordStateText(RecordState::Sending), [](SaleQuery &query) { query.state = RecordState::Sending; });
    add(recordStateText(RecordState::NeedsAttention),
        [](SaleQuery &query) { query.state = RecordState::NeedsAttention; });
    add(recordStateText(RecordState::Synced), [](SaleQuery &query) { query.state = RecordState::Synced; });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

bool SaleFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = static_cast<QKeyEvent &>(*event);
    if (key.key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_presenter.clearFilters();
        return true;
    }
    if (key.key() == Qt::Key_Down || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter ||
        key.key() == Qt::Key_Escape) {
        Q_EMIT listWanted();
        return true;
    }
    return false;
}

} // namespace crema::desktop
