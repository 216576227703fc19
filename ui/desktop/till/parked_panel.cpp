// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/parked_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/cart_step_presenter.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int keys = 9;

} // namespace

ParkedPanel::ParkedPanel(const Theme &theme, CartStepPresenter &steps, OpenCartPresenter &openCart)
    : CartStepPanel(theme, steps, QStringLiteral("parkedPanel"), tr("Parked sales")), m_openCart(openCart)
{
    body()->setSpacing(8);
    body()->addStretch(1);
    connect(&openCart, &OpenCartPresenter::parkedChanged, this, &ParkedPanel::showRows);
}

void ParkedPanel::arrive()
{
    showRows();
    if (!m_rows.isEmpty())
        m_rows.first()->findChild<TouchButton *>(QStringLiteral("parked0"))->setFocus();
}

void ParkedPanel::showRows()
{
    if (m_steps.step() != CartStep::Parked)
        return;
    const int focused = [this] {
        for (int row = 0; row < m_rows.size(); ++row) {
            if (m_rows.at(row)->isAncestorOf(window()->focusWidget()))
                return row;
        }
        return -1;
    }();
    for (QWidget *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater(); // one of its buttons may be what was pressed
    }
    m_rows.clear();
    for (int row = 0; row < m_openCart.parkedRows().size(); ++row) {
        m_rows.append(makeRow(row));
        body()->insertWidget(row, m_rows.last());
    }
    if (focused >= 0 && !m_rows.isEmpty())
        m_rows.at(qMin(focused, static_cast<int>(m_rows.size()) - 1))->findChild<TouchButton *>()->setFocus();
}

QWidget *ParkedPanel::makeRow(int row)
{
    const ParkedRow &parked = m_openCart.parkedRows().at(row);
    auto *line = new QWidget;
    auto *goOn = new TouchButton(m_theme, QStringLiteral("parked%1").arg(row));
    const QString about =
        parked.totalText.isEmpty()
            ? parked.aboutText
            : tr("%1 · %2", "amount of a parked sale, and its lines and age").arg(parked.totalText, parked.aboutText);
    goOn->setText(parked.name);
    goOn->setSecondLine(about);
    goOn->setAccessibleName(tr("Go on with %1, %2", "a parked sale and what is known of it").arg(parked.name, about));
    goOn->setTextSize(18, QFont::DemiBold);
    goOn->setArrangement(TouchButton::Arrangement::Leading);
    goOn->setFixedHeight(m_theme.scaled(72));
    goOn->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    if (row < keys)
        goOn->setKeyHint(QString::number(row + 1));
    connect(
        goOn, &QPushButton::clicked, &m_steps, [this, row] { m_steps.recall(row); }, Qt::QueuedConnection);
    auto *discard = new TouchButton(m_theme, QStringLiteral("discardParked%1").arg(row));
    discard->setIconName(QStringLiteral("trash"));
    discard->setAccessibleName(tr("Discard %1", "a parked sale").arg(parked.name));
    discard->setToolTip(tr("Discard"));
    discard->setFixedSize(qMax(48, m_theme.scaled(48)), m_theme.scaled(72));
    connect(
        discard, &QPushButton::clicked, &m_openCart, [this, row] { m_openCart.discardParked(row); },
        Qt::QueuedConnection);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(goOn, 1);
    layout->addWidget(discard);
    return line;
}

} // namespace crema::desktop
