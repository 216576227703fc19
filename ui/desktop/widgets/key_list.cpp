// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/key_list.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/key_name.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/action.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>

namespace crema::desktop {

namespace {

constexpr int panelWidth = 560;
constexpr int dimmed = 110; ///< of 255

QString categoryText(ActionCategory category)
{
    switch (category) {
    case ActionCategory::Sale: return KeyList::tr("Sale");
    case ActionCategory::Payment: return KeyList::tr("Payment");
    case ActionCategory::Search: return KeyList::tr("Search");
    case ActionCategory::Shift: return KeyList::tr("Shift");
    case ActionCategory::Record: return KeyList::tr("Record");
    case ActionCategory::Go: return KeyList::tr("Go to");
    case ActionCategory::Device: return KeyList::tr("Device");
    case ActionCategory::Program: return KeyList::tr("Program");
    }
    return {};
}

QStringList keysOf(const Action &action)
{
    QStringList keys;
    for (const QString &key : action.shortcuts())
        keys.append(keyName(key));
    return keys;
}

/// Rows of text and keys in a grid of two columns.
class Rows
{
public:
    Rows(const Theme &theme, QGridLayout &grid) : m_theme(theme), m_grid(grid) {}

    void head(const QString &text)
    {
        auto *label = makeText(m_theme, QStringLiteral("keyGroup%1").arg(m_row), 14, QFont::DemiBold, "muted");
        label->setText(text);
        label->setContentsMargins(0, m_row == 0 ? 0 : 12, 0, 0);
        m_grid.addWidget(label, m_row++, 0, 1, 2);
    }

    void row(const QString &text, const QStringList &keys, const QString &reason)
    {
        auto *name = makeText(m_theme, QStringLiteral("keyText%1").arg(m_row), 16, QFont::Normal,
                              reason.isEmpty() ? "" : "muted");
        name->setWordWrap(true);
        name->setText(reason.isEmpty() ? text
                                       : KeyList::tr("%1 – %2", "action and why it is not possible").arg(text, reason));
        m_grid.addWidget(name, m_row, 0);
        auto *chips = new QWidget;
        auto *line = new QHBoxLayout(chips);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(8);
        line->addStretch(1);
        for (const QString &key : keys) {
            auto *chip = makeText(m_theme, QStringLiteral("key%1").arg(key), 14, QFont::Medium);
            chip->setProperty("chip", true);
            chip->setText(key);
            line->addWidget(chip);
        }
        m_grid.addWidget(chips, m_row++, 1, Qt::AlignVCenter);
    }

private:
    const Theme &m_theme;
    QGridLayout &m_grid;
    int m_row = 0;
};

} // namespace

KeyList::KeyList(const Theme &theme, QWidget *window)
    : QWidget(window), m_theme(theme), m_panel(new QFrame(this)),
      m_title(makeText(theme, QStringLiteral("keyListTitle"), 20, QFont::DemiBold)), m_scroll(new QScrollArea),
      m_close(new TouchButton(theme, QStringLiteral("keyListClose")))
{
    setObjectName(QStringLiteral("keyList"));
    setFocusPolicy(Qt::StrongFocus);
    setProperty("noRing", true);
    m_panel->setObjectName(QStringLiteral("keyListPanel"));
    m_panel->setProperty("role", QStringLiteral("card"));
    m_scroll->setObjectName(QStringLiteral("keyListScroll"));
    m_scroll->setAccessibleName(tr("Keys"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the list of keys"));
    m_close->setTextSize(14, QFont::Medium);
    m_close->setKeyHint(tr("Esc", "the key"));
    m_close->setMinimumWidth(m_close->sizeHint().width());
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(24, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    connect(m_close, &QPushButton::clicked, this, &KeyList::close);
    window->installEventFilter(this);
    hide();
}

void KeyList::open(const QString &screen, const QList<const ActionList *> &actions,
                   const QList<std::pair<QString, QString>> &others)
{
    m_title->setText(tr("Keys: %1", "title of the list of keys of one screen").arg(screen));
    setAccessibleName(m_title->text());
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("keyListBody"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    auto *fill = new QVBoxLayout(body);
    fill->setContentsMargins(0, 0, 8, 0);
    fill->addLayout(grid);
    fill->addStretch(1);
    Rows rows(m_theme, *grid);
    for (int number = 0; number <= static_cast<int>(ActionCategory::Program); ++number) {
        const auto category = static_cast<ActionCategory>(number);
        bool begun = false;
        for (const ActionList *list : actions) {
            for (const auto &action : list->all()) {
                if (action->category() != category || action->shortcuts().isEmpty())
                    continue;
                if (!std::exchange(begun, true))
                    rows.head(categoryText(category));
                rows.row(action->text(), keysOf(*action), action->disabledReason());
            }
        }
    }
    if (!others.isEmpty())
        rows.head(tr("Also here"));
    for (const auto &[keys, text] : others)
        rows.row(text, {keys}, {});
    m_scroll->setWidget(body);
    if (isHidden())
        m_focusBefore = window()->focusWidget();
    place();
    show();
    raise();
    m_close->setFocus(Qt::OtherFocusReason);
}

void KeyList::close()
{
    if (isHidden())
        return;
    hide();
    if (QWidget *before = std::exchange(m_focusBefore, nullptr).data(); before && window()->isAncestorOf(before))
        before->setFocus(Qt::OtherFocusReason);
}

void KeyList::place()
{
    setGeometry(window()->rect());
    const int width = qMin(m_theme.scaled(panelWidth), this->width() - 48);
    const int content = m_scroll->widget() ? m_scroll->widget()->sizeHint().height() : 0;
    const int height = qMin(content + 48 + 60, this->height() - 64);
    m_panel->setGeometry((this->width() - width) / 2, (this->height() - height) / 2, width, height);
}

bool KeyList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void KeyList::paintEvent(QPaintEvent *)
{
    QColor shade = m_theme.colour("text");
    if (m_theme.tokens().isDark())
        shade = m_theme.colour("bg");
    shade.setAlpha(dimmed);
    QPainter(this).fillRect(rect(), shade);
}

bool KeyList::event(QEvent *event)
{
    // No key of the list works while it is being read.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return QWidget::event(event);
}

void KeyList::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        close();
}

void KeyList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1)
        close();
    event->accept();
}

} // namespace crema::desktop
