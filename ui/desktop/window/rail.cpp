// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/rail.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/key_name.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/shell/shell_presenter.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int narrowPx = 64;
constexpr int narrowMostPx = 88; ///< for the longest name of an area
constexpr int besideTextPx = 8;
constexpr int widePx = 216;
constexpr int stackedTextPx = 12;
constexpr int iconAndGapPx = 24; ///< the icon does not grow with the text

} // namespace

Rail::Rail(const Theme &theme, ShellPresenter &shell, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_shell(shell), m_column(new QVBoxLayout(this)),
      m_sync(makeButton(QStringLiteral("sync"), tr("Sync"), QStringLiteral("sync")))
{
    setObjectName(QStringLiteral("rail"));
    setProperty("role", QStringLiteral("bar"));
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    Action &sync = *shell.actions().find(u"program.sync");
    m_sync->setAutoExclusive(false);
    m_sync->setCheckable(false);
    showKeyOf(*m_sync, sync, sync.text());
    m_column->addWidget(m_sync);
    connect(m_sync, &QPushButton::clicked, &sync, [&sync] { sync.trigger(); });
    connect(&shell, &ShellPresenter::addressChanged, this, &Rail::showCurrent);
    arrange();
}

TouchButton *Rail::makeButton(const QString &id, const QString &name, const QString &iconName)
{
    auto *button = new TouchButton(m_theme, QStringLiteral("rail.") + id);
    button->setKind("rail");
    button->setText(name);
    button->setIconName(iconName);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedHeight(qMax(56, m_theme.scaled(52)));
    button->setAccessibleName(name);
    return button;
}

void Rail::showKeyOf(QWidget &button, const Action &action, const QString &name)
{
    const auto show = [&button, &action, name] { button.setToolTip(textWithKey(name, keyName(action))); };
    connect(&action, &Action::changed, &button, show);
    show();
}

void Rail::addArea(const AreaEntry &area)
{
    TouchButton *button = makeButton(area.id, area.name, area.iconName);
    button->setAccessibleName(tr("Go to %1").arg(area.name));
    showKeyOf(*button, *m_shell.actions().find(QStringLiteral("go.") + area.id), area.name);
    m_buttons.insert(area.id, button);
    // What is about the program rather than the shop stands at the end.
    if (area.id == QLatin1String("devices") || area.id == QLatin1String("settings"))
        m_column->addWidget(button);
    else
        m_column->insertWidget(m_upper++, button);
    connect(button, &QPushButton::clicked, this, [this, id = area.id] {
        m_shell.go({id, {}});
        if (m_size == SizeClass::Compact)
            hide();
    });
    arrange();
    showCurrent();
}

TouchButton *Rail::current() const
{
    const auto area = m_shell.area(m_shell.address().area);
    return area ? m_buttons.value(area->under.isEmpty() ? area->id : area->under) : nullptr;
}

void Rail::showCurrent()
{
    if (TouchButton *button = current()) {
        button->setChecked(true);
        return;
    }
    // A page that has no button here: none of them is where the person is.
    for (TouchButton *button : std::as_const(m_buttons)) {
        button->setAutoExclusive(false);
        button->setChecked(false);
        button->setAutoExclusive(true);
    }
}

void Rail::setAttention(int count)
{
    m_sync->setCount(count);
    m_sync->setAccessibleName(count == 0 ? tr("Sync") : tr("Sync, %n need attention", nullptr, count));
}

void Rail::setPayments(int count)
{
    TouchButton *button = m_buttons.value(QStringLiteral("orders"));
    const std::optional<AreaEntry> area = m_shell.area(QStringLiteral("orders"));
    if (!button || !area)
        return;
    button->setCount(count, "warn");
    const QString name = tr("Go to %1").arg(area->name);
    button->setAccessibleName(count == 0 ? name : tr("%1, %n online payments to look after", nullptr, count).arg(name));
}

void Rail::setSizeClass(SizeClass size)
{
    m_size = size;
    arrange();
    setVisible(size != SizeClass::Compact);
}

void Rail::arrange()
{
    const bool labelled = m_size != SizeClass::Medium;
    QList<TouchButton *> buttons = m_buttons.values();
    buttons.append(m_sync);
    setFixedWidth(labelled ? widePx : narrowWidth(buttons));
    // With very large text not all of them have room at their full height: they share what there is.
    const QMargins margins = m_column->contentsMargins();
    const int room = (height() - margins.top() - margins.bottom()) / static_cast<int>(buttons.size());
    const int full = qMax(56, m_theme.scaled(52));
    const int least = iconAndGapPx + QFontMetrics(m_theme.font(stackedTextPx, QFont::Medium)).height();
    const int stacked = qBound(qMin(full, least), room, full);
    for (TouchButton *button : std::as_const(buttons)) {
        button->setArrangement(labelled ? TouchButton::Arrangement::Leading : TouchButton::Arrangement::Stack);
        button->setTextSize(labelled ? 14 : stackedTextPx, QFont::Medium);
        button->setFixedHeight(labelled ? 48 : stacked);
    }
}

int Rail::narrowWidth(const QList<TouchButton *> &buttons) const
{
    const QFontMetrics metrics(m_theme.font(stackedTextPx, QFont::Medium));
    int longest = 0;
    for (const TouchButton *button : buttons)
        longest = qMax(longest, metrics.horizontalAdvance(button->text()) + 2 * besideTextPx);
    const int least = qMax(narrowPx, m_theme.scaled(narrowPx));
    return qBound(least, longest, qMax(least, m_theme.scaled(narrowMostPx)));
}

void Rail::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void Rail::showOver(const QRect &area)
{
    if (isVisible()) {
        hide();
        return;
    }
    const int left = layoutDirection() == Qt::RightToLeft ? area.right() - width() + 1 : area.left();
    setGeometry(left, area.top(), width(), area.height());
    raise();
    show();
    if (TouchButton *button = current())
        button->setFocus(Qt::PopupFocusReason);
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_size == SizeClass::Compact)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace crema::desktop
