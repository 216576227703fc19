// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/cart_step_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/cart_step_presenter.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int widest = 560;
const QString lineChoice = QStringLiteral("line");
const QString saleChoice = QStringLiteral("sale");

} // namespace

CartStepPanel::CartStepPanel(const Theme &theme, CartStepPresenter &steps, const QString &objectName,
                             const QString &title)
    : m_theme(theme), m_steps(steps), m_body(new QVBoxLayout)
{
    setObjectName(objectName);
    auto *back = new TouchButton(theme, objectName + QStringLiteral("Back"));
    back->setTextSize(14, QFont::Medium);
    back->setIconName(QStringLiteral("left"));
    back->setText(tr("Back to products"));
    back->setAccessibleName(back->text());
    back->setKeyHint(tr("Esc", "the key"));
    back->setMinimumWidth(back->sizeHint().width());
    connect(back, &QPushButton::clicked, &steps, &CartStepPresenter::close, Qt::QueuedConnection);
    auto *heading = makeText(theme, objectName + QStringLiteral("Title"), 20, QFont::DemiBold);
    heading->setText(title);
    heading->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(back);
    head->addWidget(heading, 1);

    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("optionsBody"));
    content->setMaximumWidth(theme.scaled(widest));
    m_body->setContentsMargins(4, 4, 4, 4);
    m_body->setSpacing(12);
    content->setLayout(m_body);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("optionsScroll"));
    scroll->setAccessibleName(title);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(scroll, 1);
}

void CartStepPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_steps.close();
    else
        QWidget::keyPressEvent(event);
}

void CartStepPanel::addScope()
{
    m_scope = new ChoiceRow(m_theme, objectName() + QStringLiteral("Scope"), tr("What it is for"));
    m_scope->addChoice(lineChoice, tr("This line"));
    m_scope->addChoice(saleChoice, tr("The whole sale"));
    m_scopeText = makeText(m_theme, objectName() + QStringLiteral("About"), 16, QFont::Medium);
    m_scopeText->setWordWrap(true);
    m_body->addWidget(m_scope);
    m_body->addWidget(m_scopeText);
    connect(m_scope, &ChoiceRow::chosen, &m_steps, [this](const QString &choice) {
        m_steps.setScope(choice == lineChoice ? CartScope::Line : CartScope::WholeSale);
    });
}

void CartStepPanel::showScope()
{
    m_scope->setCurrent(m_steps.scope() == CartScope::Line ? lineChoice : saleChoice);
    m_scopeText->setText(m_steps.scopeText());
}

} // namespace crema::desktop
