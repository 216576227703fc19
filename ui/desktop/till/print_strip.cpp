// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/print_strip.h"

#include "ui/desktop/widgets/message_strip.h"
#include "ui/presenters/printing/print_presenter.h"

#include <QVBoxLayout>

namespace crema::desktop {

PrintStrip::PrintStrip(const Theme &theme, PrintPresenter &presenter, WhenQuiet whenQuiet, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_whenQuiet(whenQuiet), m_strip(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("printStripPlace"));
    m_strip->setObjectName(QStringLiteral("printStrip"));
    m_strip->setProperty("role", QStringLiteral("message"));
    const QList<QWidget *> parts = m_strip->findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->setObjectName(part->objectName().replace(QStringLiteral("message"), QStringLiteral("print")));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_strip);
    connect(m_strip, &MessageStrip::accepted, this, &PrintStrip::accept);
    connect(m_strip, &MessageStrip::dismissed, this, &PrintStrip::dismiss);
    connect(&presenter, &PrintPresenter::viewChanged, this, &PrintStrip::showState);
    showState();
}

void PrintStrip::showState()
{
    const PrintView &view = m_presenter.view();
    switch (view.state) {
    case PrintView::State::Quiet: showQuiet(); break;
    case PrintView::State::Printing:
        m_strip->showMessage(Tone::Neutral, view.text, view.hint);
        m_strip->setAnswers({}, {});
        break;
    case PrintView::State::Waiting:
        m_strip->showMessage(Tone::Warning, view.text, view.hint);
        m_strip->setAnswers(tr("Try again"), tr("Do not print"));
        break;
    case PrintView::State::Unclear:
        m_strip->showMessage(Tone::Warning, view.text, view.hint);
        m_strip->setAnswers(tr("Print it again"), tr("It is there"));
        break;
    }
    const bool isTold = !view.text.isEmpty() || m_whenQuiet == WhenQuiet::Again;
    setVisible(view.hasPrinter && isTold);
    Q_EMIT shownChanged();
}

// Quiet is not printed: the store may not have kept the receipt, or somebody let go of it.
void PrintStrip::showQuiet()
{
    const PrintView &view = m_presenter.view();
    if (!view.text.isEmpty())
        m_strip->showMessage(Tone::Warning, view.text, view.hint);
    else if (view.isPrinted)
        m_strip->showMessage(Tone::Ok, tr("The receipt is printed."), {});
    else
        m_strip->showMessage(Tone::Neutral, tr("The receipt is not printed."), {});
    m_strip->setAnswers(view.isPrinted ? tr("Print a copy") : tr("Print it"), {});
}

void PrintStrip::accept()
{
    if (m_presenter.view().state == PrintView::State::Quiet)
        m_presenter.printLastAgain();
    else
        m_presenter.tryAgain();
}

void PrintStrip::dismiss()
{
    if (m_presenter.view().state == PrintView::State::Unclear)
        m_presenter.settleUnclear();
    else
        m_presenter.discard();
}

} // namespace crema::desktop
