// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/catalog/catalog_filter_bar.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/desktop/widgets/wrap_layout.h"
#include "ui/presenters/catalog/catalog_presenter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

namespace crema::desktop {

CatalogFilterBar::CatalogFilterBar(const Theme &theme, CatalogPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_field(new QLineEdit),
      m_add(new TouchButton(theme, QStringLiteral("catalogAddFilter"))),
      m_columns(new TouchButton(theme, QStringLiteral("catalogColumns"))), m_chips(new QWidget),
      m_chipRow(new WrapLayout(Qt::AlignLeft, m_chips))
{
    setObjectName(QStringLiteral("catalogFilterBar"));
    m_field->setObjectName(QStringLiteral("catalogFilter"));
    m_field->setProperty("role", QStringLiteral("filter"));
    m_field->setFixedHeight(theme.controlHeight());
    m_field->setPlaceholderText(tr("Filter, or type category:beans no:price"));
    m_field->setAccessibleName(tr("Filter the catalog"));
    m_field->installEventFilter(this);
    auto *icon = m_field->addAction(theme.icon(QStringLiteral("filter"), "muted"), QLineEdit::LeadingPosition);
    icon->setText(tr("Filter the catalog"));
    auto *clear = m_field->addAction(theme.icon(QStringLiteral("x"), "muted"), QLineEdit::TrailingPosition);
    clear->setText(tr("Clear filters"));
    clear->setToolTip(tr("Clear filters"));
    connect(clear, &QAction::triggered, &presenter, &CatalogPresenter::clearFilter);
    connect(m_field, &QLineEdit::textChanged, clear,
            [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
    clear->setVisible(false);
    connect(&theme, &Theme::changed, this, [this, icon, clear] {
        icon->setIcon(m_theme.icon(QStringLiteral("filter"), "muted"));
        clear->setIcon(m_theme.icon(QStringLiteral("x"), "muted"));
    });
    m_add->setText(tr("Add filter"));
    m_add->setIconName(QStringLiteral("plus"));
    m_columns->setText(tr("Columns"));
    m_columns->setIconName(QStringLiteral("columns"));
    m_add->setIconSize(20);
    m_columns->setIconSize(20);
    for (TouchButton *button : {m_add, m_columns}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumHeight(theme.controlHeight());
    }

    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    row->addWidget(m_columns);
    m_chips->setObjectName(QStringLiteral("catalogChips"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_chips);
    setEdge(16);

    // Also what the scanner takes back out of the field is a change.
    connect(m_field, &QLineEdit::textChanged, &presenter, &CatalogPresenter::setFilterText);
    connect(m_add, &QPushButton::clicked, this, &CatalogFilterBar::showMenu);
    connect(&presenter, &CatalogPresenter::filterChanged, this, &CatalogFilterBar::showFilter);
    showFilter();
}

void CatalogFilterBar::setEdge(int px)
{
    layout()->setContentsMargins(px, 0, px, 8);
}

TouchButton *CatalogFilterBar::makeChip(const QString &id, const QString &text)
{
    auto *chip = new TouchButton(m_theme, QStringLiteral("chip.") + id);
    chip->setText(text);
    chip->setIconName(QStringLiteral("x"));
    chip->setIconSize(16);
    chip->setTextSize(14, QFont::Medium);
    chip->setMinimumHeight(m_theme.scaled(32));
    chip->setAccessibleName(tr("Take off the filter: %1").arg(text));
    chip->setToolTip(tr("Take off this filter"));
    connect(chip, &QPushButton::clicked, this, [this, id] {
        m_field->setFocus(Qt::OtherFocusReason); // the chip is about to go
        m_presenter.removeChip(id);
    });
    return chip;
}

void CatalogFilterBar::showFilter()
{
    // What is being typed is left alone; only a text that says something else replaces it.
    if (m_field->text() != m_presenter.filterText())
        m_field->setText(m_presenter.filterText());
    while (m_chipRow->count() > 0) {
        QLayoutItem *item = m_chipRow->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QList<FilterChip> chips = m_presenter.chips();
    for (const FilterChip &chip : chips)
        m_chipRow->addWidget(makeChip(chip.id, chip.text));
    m_chips->setVisible(!chips.isEmpty());
}

void CatalogFilterBar::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("catalogFilterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FilterChip &chip : m_presenter.furtherChips()) {
        QAction *entry = menu->addAction(chip.text, this, [this, id = chip.id] { m_presenter.addChip(id); });
        entry->setObjectName(QStringLiteral("addFilter.") + chip.id);
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 4)));
}

bool CatalogFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent &>(*event).key();
    const bool leaves = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down || key == Qt::Key_Escape;
    if (!leaves || static_cast<QKeyEvent &>(*event).modifiers() & Qt::ControlModifier)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return false;
    }
    if (key == Qt::Key_Escape && !m_field->text().isEmpty())
        m_presenter.clearFilter();
    else
        Q_EMIT left();
    return true;
}

} // namespace crema::desktop
