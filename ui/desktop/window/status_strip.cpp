// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/status_strip.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/till/till_presenter.h"

#include <QHBoxLayout>

namespace crema::desktop {

StatusStrip::StatusStrip(const Theme &theme, TillPresenter &presenter, PrintPresenter &printing, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_printing(printing),
      m_message(makeText(theme, QStringLiteral("statusMessage"), 12, QFont::Normal, "muted")), m_printIcon(new QLabel),
      m_print(makeText(theme, QStringLiteral("statusPrint"), 12, QFont::Normal, "muted")), m_queueIcon(new QLabel),
      m_queue(makeText(theme, QStringLiteral("statusQueue"), 12, QFont::Normal, "muted"))
{
    setObjectName(QStringLiteral("statusStrip"));
    setProperty("role", QStringLiteral("bar"));
    setFixedHeight(qMax(28, theme.scaled(24)));
    m_queueIcon->setObjectName(QStringLiteral("statusQueueIcon"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(6);
    row->addWidget(m_message, 1);
    m_printIcon->setObjectName(QStringLiteral("statusPrintIcon"));
    row->addWidget(m_printIcon);
    row->addWidget(m_print);
    row->addSpacing(10);
    row->addWidget(m_queueIcon);
    row->addWidget(m_queue);
    connect(&presenter, &TillPresenter::messageChanged, this, &StatusStrip::showState);
    connect(&presenter, &TillPresenter::headerChanged, this, &StatusStrip::showState);
    connect(&printing, &PrintPresenter::viewChanged, this, &StatusStrip::showState);
    connect(&theme, &Theme::changed, this, &StatusStrip::showState);
    showState();
}

void StatusStrip::showState()
{
    const std::optional<TillMessage> &message = m_presenter.message();
    const bool here = message && (message->tone == Tone::Ok || message->tone == Tone::Neutral);
    m_message->setText(!here                     ? QString()
                       : message->hint.isEmpty() ? message->text
                                                 : message->text + u' ' + message->hint);
    const PrintView &print = m_printing.view();
    const bool isTold = print.hasPrinter && !print.text.isEmpty();
    const bool isTrouble = print.state != PrintView::State::Printing;
    m_printIcon->setPixmap(m_theme.icon(QStringLiteral("printer"), "warn").pixmap(16, 16));
    m_printIcon->setVisible(isTold && isTrouble);
    m_print->setVisible(isTold);
    m_print->setText(!isTrouble || print.jobs == 0 ? print.text
                                                   : tr("%n receipts are not printed", nullptr, print.jobs));
    m_print->setToolTip(print.text);
    m_queueIcon->setPixmap(m_theme.icon(QStringLiteral("sync"), "muted").pixmap(16, 16));
    const int waiting = static_cast<int>(m_presenter.header().sync.waiting);
    m_queue->setText(waiting == 0 ? tr("Everything is sent") : tr("%n waiting to be sent", nullptr, waiting));
}

} // namespace crema::desktop
