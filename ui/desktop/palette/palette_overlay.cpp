// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/palette/palette_overlay.h"

#include "ui/desktop/palette/palette_delegate.h"
#include "ui/desktop/palette/palette_model.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/shell/palette_presenter.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int widthPx = 640;
constexpr int topPx = 88;
constexpr int shownRows = 9;

} // namespace

PaletteOverlay::PaletteOverlay(const Theme &theme, PalettePresenter &presenter, QWidget &window)
    : QWidget(&window), m_theme(theme), m_presenter(presenter), m_panel(new QFrame(this)), m_field(new QLineEdit),
      m_model(new PaletteModel(presenter, this)), m_list(new QListView),
      m_hints(makeText(theme, QStringLiteral("paletteHints"), 12, QFont::Normal, "muted"))
{
    setObjectName(QStringLiteral("palette"));
    m_panel->setObjectName(QStringLiteral("palettePanel"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setProperty("noRing", true);
    m_field->setProperty("acceptsCodes", true);
    QAction *icon = m_field->addAction(theme.icon(QStringLiteral("search"), "muted"), QLineEdit::LeadingPosition);
    icon->setText(tr("Search"));
    connect(&theme, &Theme::changed, icon,
            [icon, &theme] { icon->setIcon(theme.icon(QStringLiteral("search"), "muted")); });
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, *m_model, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_hints->setText(tr("↑ ↓ move · Enter run · Esc close · > actions · # sales · = sum"));
    m_hints->setContentsMargins(20, 0, 20, 0);

    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_field);
    auto *rule = new QFrame;
    rule->setProperty("role", QStringLiteral("rule"));
    column->addWidget(rule);
    auto *rows = new QVBoxLayout;
    rows->setContentsMargins(8, 4, 8, 8);
    rows->addWidget(m_list);
    column->addLayout(rows, 1);
    auto *foot = new QFrame;
    foot->setProperty("role", QStringLiteral("rule"));
    column->addWidget(foot);
    column->addWidget(m_hints);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_moved = false;
        m_presenter.setText(text);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) { m_list->setCurrentIndex(index); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &PaletteOverlay::showRows);
    window.installEventFilter(this);
    hide();
}

void PaletteOverlay::open()
{
    if (isVisible()) {
        close();
        return;
    }
    m_focusBefore = QApplication::focusWidget();
    m_moved = false;
    m_field->clear();
    m_presenter.open();
    showRows();
    raise();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void PaletteOverlay::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void PaletteOverlay::takeScan(const QString &code)
{
    m_field->setText(code);
}

void PaletteOverlay::showRows()
{
    const int kept = m_moved ? m_list->currentIndex().row() : -1;
    const int row = kept >= 0 && kept < m_model->rowCount() ? kept : m_presenter.firstEnabled();
    m_list->setCurrentIndex(m_model->index(qMax(row, 0)));
    place();
}

void PaletteOverlay::place()
{
    setGeometry(parentWidget()->rect());
    int rows = 0;
    int height = 0;
    for (; rows < m_model->rowCount() && rows < shownRows; ++rows)
        height += m_list->sizeHintForRow(rows);
    m_field->setFixedHeight(m_theme.scaled(56));
    m_hints->setFixedHeight(m_theme.scaled(36));
    const int around = m_field->height() + m_hints->height() + 2 + 16;
    const int width = qMin(m_theme.scaled(widthPx), this->width() - 48);
    const int top = qMin(topPx, qMax(24, (this->height() - 500) / 3));
    const int free = this->height() - top - 24 - around;
    m_panel->setGeometry((this->width() - width) / 2, top, width, around + qBound(m_theme.scaled(40), height, free));
}

void PaletteOverlay::choose(int row)
{
    // Hidden first: what is chosen may open a page that takes the focus.
    if (row < 0 || row >= m_model->rowCount() || !m_model->at(row).enabled)
        return;
    close();
    m_presenter.choose(row);
}

void PaletteOverlay::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    m_moved = true;
    const int next = qBound(0, m_list->currentIndex().row() + rows, count - 1);
    m_list->setCurrentIndex(m_model->index(next));
    m_list->scrollTo(m_list->currentIndex());
}

bool PaletteOverlay::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        if (m_field->text().isEmpty()) {
            close();
        } else {
            m_field->clear();
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex().row()); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_PageUp: step(-shownRows); return true;
    case Qt::Key_PageDown: step(shownRows); return true;
    default: return false;
    }
}

bool PaletteOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return keyPressed(static_cast<QKeyEvent *>(event)->key());
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void PaletteOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour("scrim"));
}

void PaletteOverlay::mousePressEvent(QMouseEvent *)
{
    close(); // a press beside the panel
}

} // namespace crema::desktop
