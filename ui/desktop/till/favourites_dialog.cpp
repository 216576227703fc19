// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/favourites_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/favourites_presenter.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 560;
constexpr int shownHits = 5;

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of its buttons may be what was pressed
        }
        delete item;
    }
}

} // namespace

FavouritesDialog::FavouritesDialog(const Theme &theme, FavouritesPresenter &presenter, QWidget *window)
    : QDialog(window), m_theme(theme), m_presenter(presenter), m_search(new QLineEdit), m_hits(new QVBoxLayout),
      m_rows(new QVBoxLayout), m_none(makeText(theme, QStringLiteral("favouritesNone"), 14, QFont::Normal, "muted"))
{
    setObjectName(QStringLiteral("favouritesDialog"));
    setWindowTitle(tr("Favourites of this till"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(QStringLiteral("favouritesSearch"));
    m_search->setPlaceholderText(tr("Find a product to add"));
    m_search->setAccessibleName(tr("Find a product to add"));
    m_search->setMinimumHeight(theme.scaled(48));
    m_none->setText(tr("No favourites yet. Find products above; they come first at the till, in this order."));
    m_none->setWordWrap(true);
    m_hits->setSpacing(8);
    m_rows->setSpacing(8);
    auto *body = new QWidget;
    auto *list = new QVBoxLayout(body);
    list->setContentsMargins(0, 0, 0, 0);
    list->addLayout(m_rows);
    list->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto *close = new TouchButton(theme, QStringLiteral("favouritesClose"));
    close->setText(tr("Done"));
    close->setAccessibleName(tr("Done"));
    close->setTextSize(16, QFont::Medium);
    close->setMinimumHeight(theme.scaled(48));
    close->setAutoDefault(false); // Enter in the field adds what was found
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addLayout(m_hits);
    column->addWidget(m_none);
    column->addWidget(scroll, 1);
    column->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &QLineEdit::textEdited, &presenter, &FavouritesPresenter::setSearchText);
    connect(m_search, &QLineEdit::returnPressed, &presenter, [&presenter] { presenter.addHit(0); });
    connect(&presenter, &FavouritesPresenter::changed, this, [this] {
        showRows();
        showHits();
    });
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    setMinimumHeight(window ? std::min(theme.scaled(600), window->height() - 64) : theme.scaled(600));
    presenter.setSearchText({});
    showRows();
    m_search->setFocus();
}

TouchButton *FavouritesDialog::makeButton(const QString &name, const QString &icon, const QString &spoken)
{
    auto *button = new TouchButton(m_theme, name);
    button->setIconName(icon);
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    button->setFixedSize(m_theme.scaled(48), m_theme.scaled(48));
    button->setAutoDefault(false);
    return button;
}

QWidget *FavouritesDialog::makeRow(int row)
{
    const FavouriteRow &favourite = m_presenter.rows().at(row);
    auto *line = new QWidget;
    line->setObjectName(QStringLiteral("favourite%1").arg(row));
    QLabel *name = makeText(m_theme, QStringLiteral("favouriteName%1").arg(row), 16, QFont::Medium);
    name->setText(favourite.name);
    name->setWordWrap(true);
    TouchButton *up = makeButton(QStringLiteral("favouriteUp%1").arg(row), QStringLiteral("aup"),
                                 tr("Move %1 forward", "a product").arg(favourite.name));
    TouchButton *down = makeButton(QStringLiteral("favouriteDown%1").arg(row), QStringLiteral("adown"),
                                   tr("Move %1 back", "a product").arg(favourite.name));
    TouchButton *away = makeButton(QStringLiteral("favouriteAway%1").arg(row), QStringLiteral("x"),
                                   tr("Take %1 off the favourites", "a product").arg(favourite.name));
    up->setEnabled(row > 0);
    down->setEnabled(row + 1 < m_presenter.rows().size());
    // After the press has ended: what is pressed goes with its row.
    connect(
        up, &QPushButton::clicked, &m_presenter, [this, row] { m_presenter.move(row, -1); }, Qt::QueuedConnection);
    connect(
        down, &QPushButton::clicked, &m_presenter, [this, row] { m_presenter.move(row, 1); }, Qt::QueuedConnection);
    connect(
        away, &QPushButton::clicked, &m_presenter, [this, row] { m_presenter.remove(row); }, Qt::QueuedConnection);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(name, 1);
    layout->addWidget(up);
    layout->addWidget(down);
    layout->addWidget(away);
    return line;
}

void FavouritesDialog::showRows()
{
    const QString focused = focusWidget() ? focusWidget()->objectName() : QString();
    empty(*m_rows);
    for (int row = 0; row < m_presenter.rows().size(); ++row)
        m_rows->addWidget(makeRow(row));
    m_none->setVisible(m_presenter.rows().isEmpty());
    if (!focused.startsWith(QLatin1String("favourite")) || focused == m_search->objectName())
        return;
    for (int i = 0; i < m_rows->count(); ++i) {
        if (auto *button = m_rows->itemAt(i)->widget()->findChild<TouchButton *>(focused);
            button && button->isEnabled())
            button->setFocus();
    }
}

void FavouritesDialog::showHits()
{
    empty(*m_hits);
    const int count = std::min(shownHits, static_cast<int>(m_presenter.hits().size()));
    for (int row = 0; row < count; ++row) {
        auto *hit = new TouchButton(m_theme, QStringLiteral("favouriteHit%1").arg(row));
        hit->setIconName(QStringLiteral("plus"));
        hit->setText(m_presenter.hits().at(row).name);
        hit->setAccessibleName(tr("Add %1", "a product").arg(m_presenter.hits().at(row).name));
        hit->setTextSize(16, QFont::Medium);
        hit->setArrangement(TouchButton::Arrangement::Leading);
        hit->setMinimumHeight(m_theme.scaled(48));
        hit->setAutoDefault(false);
        connect(
            hit, &QPushButton::clicked, &m_presenter, [this, row] { m_presenter.addHit(row); }, Qt::QueuedConnection);
        m_hits->addWidget(hit);
    }
}

} // namespace crema::desktop
