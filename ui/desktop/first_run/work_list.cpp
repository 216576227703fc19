// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/first_run/work_list.h"

#include "ui/desktop/theme/theme.h"
#include "ui/presenters/first_run/first_run_presenter.h"

#include <QPainter>
#include <QStyle>

namespace crema::desktop {

namespace {

constexpr int markSize = 24;

QString spoken(const FirstRunTask &task)
{
    switch (task.state) {
    case FirstRunTask::State::Waiting: return WorkList::tr("%1: to come").arg(task.text);
    case FirstRunTask::State::Running: return WorkList::tr("%1: now").arg(task.text);
    case FirstRunTask::State::Done: return WorkList::tr("%1: done").arg(task.text);
    }
    Q_UNREACHABLE();
}

} // namespace

WorkList::WorkList(const Theme &theme, FirstRunPresenter &presenter) : m_theme(theme), m_presenter(presenter)
{
    setObjectName(QStringLiteral("workList"));
    connect(&presenter, &FirstRunPresenter::changed, this, &WorkList::follow);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    follow();
}

void WorkList::follow()
{
    QStringList words;
    for (const FirstRunTask &task : m_presenter.tasks())
        words.append(spoken(task));
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize WorkList::sizeHint() const
{
    return {m_theme.scaled(560), static_cast<int>(m_presenter.tasks().size()) * m_theme.scaled(48)};
}

void WorkList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int rowHeight = m_theme.scaled(48);
    int top = 0;
    for (const FirstRunTask &task : m_presenter.tasks()) {
        const bool isRunning = task.state == FirstRunTask::State::Running;
        const QRect row(0, top, width(), rowHeight);
        const auto placed = [&](const QRect &area) { return QStyle::visualRect(layoutDirection(), row, area); };
        const QRect mark = placed({0, top + (rowHeight - markSize) / 2, markSize, markSize});
        if (task.state == FirstRunTask::State::Done) {
            m_theme.icon(QStringLiteral("okcircle"), "ok").paint(&painter, mark);
        } else {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(m_theme.colour(isRunning ? "accent" : "control"), isRunning ? 2.5 : 1.5));
            painter.drawEllipse(QRectF(mark).adjusted(3, 3, -3, -3));
            if (isRunning) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(m_theme.colour("accent"));
                painter.drawEllipse(QRectF(mark).adjusted(8, 8, -8, -8));
            }
        }
        painter.setFont(m_theme.font(16, isRunning ? QFont::DemiBold : QFont::Normal));
        painter.setPen(m_theme.colour(task.state == FirstRunTask::State::Waiting ? "muted" : "text"));
        const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
        painter.drawText(placed({markSize + 16, top, width() - markSize - 16, rowHeight}), static_cast<int>(leading),
                         task.text);
        top += rowHeight;
    }
}

} // namespace crema::desktop
