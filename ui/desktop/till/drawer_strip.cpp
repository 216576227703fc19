// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/drawer_strip.h"

#include "ui/desktop/widgets/message_strip.h"
#include "ui/presenters/till/cash_movement_presenter.h"
#include "ui/presenters/till/drawer_presenter.h"

#include <QVBoxLayout>

namespace crema::desktop {

DrawerStrip::DrawerStrip(const Theme &theme, DrawerPresenter &drawer, CashMovementPresenter &cash, QWidget *parent)
    : QWidget(parent), m_drawer(drawer), m_strip(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("drawerStripPlace"));
    m_strip->setObjectName(QStringLiteral("drawerStrip"));
    m_strip->setProperty("role", QStringLiteral("message"));
    const QList<QWidget *> parts = m_strip->findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->setObjectName(part->objectName().replace(QStringLiteral("message"), QStringLiteral("drawer")));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 0);
    column->addWidget(m_strip);
    connect(m_strip, &MessageStrip::accepted, &cash, [&cash] { cash.want(CashMovementKind::SafeDrop); });
    connect(m_strip, &MessageStrip::dismissed, this, [this] {
        m_isPutOff = true;
        showState();
    });
    connect(&drawer, &DrawerPresenter::changed, this, &DrawerStrip::showState);
    showState();
}

void DrawerStrip::showState()
{
    const QString text = m_drawer.tooFullText();
    if (text.isEmpty())
        m_isPutOff = false;
    else
        m_strip->showMessage(Tone::Warning, text, tr("Some of it should go into the safe."));
    m_strip->setAnswers(tr("Safe drop"), tr("Later"));
    setVisible(!text.isEmpty() && !m_isPutOff);
}

} // namespace crema::desktop
