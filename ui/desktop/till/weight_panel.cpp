// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/weight_panel.h"

#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/keypad.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_weighing.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int longestTyped = 12;
constexpr int widest = 400;

} // namespace

WeightPanel::WeightPanel(const Theme &theme, TillWeighing &weighing, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_weighing(weighing),
      m_title(makeText(theme, QStringLiteral("weightTitle"), 20, QFont::DemiBold)),
      m_price(makeText(theme, QStringLiteral("weightPrice"), 14, QFont::Normal, "muted")),
      m_net(makeText(theme, QStringLiteral("weightNet"), 20, QFont::DemiBold)), m_weight(new QLineEdit),
      m_field(new FormField(theme, QStringLiteral("weightValue"), tr("What the scale shows"), m_weight)),
      m_tare(new TouchButton(theme, QStringLiteral("weightTare"))),
      m_mark(new TouchButton(theme, QStringLiteral("weightMark")))
{
    setObjectName(QStringLiteral("weightPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(12);
    makeHead(*column);
    // In large text there is not room for all of it.
    auto *content = new QWidget;
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("weightScroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    column->addWidget(scroll, 1);
    body->addWidget(m_price);
    m_weight->setMaxLength(longestTyped);
    m_field->setMaximumWidth(theme.scaled(widest));
    body->addWidget(m_field);
    m_net->setWordWrap(true);
    body->addWidget(m_net);
    m_tare->setArrangement(TouchButton::Arrangement::Leading);
    m_tare->setTextSize(16, QFont::Medium);
    m_tare->setCheckable(true);
    m_tare->setFixedHeight(qMax(48, theme.scaled(40)));
    m_tare->setMaximumWidth(theme.scaled(widest));
    body->addWidget(m_tare);
    makeKeys(*body);
    body->addStretch(1);
    // Also what a scanner takes back out of the field.
    connect(m_weight, &QLineEdit::textChanged, &weighing, &TillWeighing::type);
    connect(
        m_weight, &QLineEdit::returnPressed, &weighing, [this] { m_weighing.enter(m_weight->text()); },
        Qt::QueuedConnection);
    connect(m_tare, &QPushButton::clicked, &weighing, [this](bool isTaken) {
        m_weighing.takeTare(isTaken);
        m_weight->setFocus();
    });
    connect(&weighing, &TillWeighing::changed, this, &WeightPanel::showQuestion);
    showQuestion();
}

void WeightPanel::makeHead(QVBoxLayout &column)
{
    auto *back = new TouchButton(m_theme, QStringLiteral("weightBack"));
    back->setTextSize(14, QFont::Medium);
    back->setIconName(QStringLiteral("left"));
    back->setText(tr("Back to products"));
    back->setAccessibleName(back->text());
    back->setKeyHint(tr("Esc", "the key"));
    back->setMinimumWidth(back->sizeHint().width());
    connect(back, &QPushButton::clicked, &m_weighing, &TillWeighing::close, Qt::QueuedConnection);
    m_title->setWordWrap(true);
    const bool isLarge = isLargeText(m_theme);
    auto *head = new QBoxLayout(isLarge ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    head->setSpacing(12);
    head->addWidget(back, 0, isLarge ? Qt::AlignLeading : Qt::Alignment());
    head->addWidget(m_title, 1);
    column.addLayout(head);
}

void WeightPanel::makeKeys(QVBoxLayout &column)
{
    auto *keys = new Keypad(m_theme, QStringLiteral("weightKey"));
    keys->setMaximumWidth(m_theme.scaled(widest));
    connect(keys, &Keypad::digit, &m_weighing,
            [this](int digit) { m_weighing.typeKey(QChar(static_cast<char16_t>(u'0' + digit))); });
    connect(keys, &Keypad::erase, &m_weighing, &TillWeighing::eraseKey);
    column.addWidget(keys);
    const QString mark = QLocale().decimalPoint();
    m_mark->setText(mark);
    m_mark->setAccessibleName(tr("Decimal mark"));
    m_mark->setTextSize(28, QFont::Medium);
    m_mark->setFixedHeight(qMax(48, m_theme.scaled(48)));
    m_mark->setFocusPolicy(Qt::NoFocus);
    connect(m_mark, &QPushButton::clicked, &m_weighing, [this, mark] { m_weighing.typeKey(mark.front()); });
    auto *take = new TouchButton(m_theme, QStringLiteral("weightTake"));
    take->setKind("primary");
    take->setTextSize(16, QFont::DemiBold);
    take->setText(tr("Take the weight"));
    take->setAccessibleName(take->text());
    take->setKeyHint(tr("Enter", "the key"));
    take->setFixedHeight(qMax(48, m_theme.scaled(48)));
    connect(
        take, &QPushButton::clicked, &m_weighing, [this] { m_weighing.enter(m_weight->text()); }, Qt::QueuedConnection);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_mark, 1);
    row->addWidget(take, 2);
    auto *below = new QWidget;
    below->setMaximumWidth(m_theme.scaled(widest));
    row->setContentsMargins(0, 0, 0, 0);
    below->setLayout(row);
    column.addWidget(below);
}

void WeightPanel::showQuestion()
{
    const std::optional<WeightView> &view = m_weighing.view();
    if (!view)
        return;
    m_title->setText(tr("What does %1 weigh?").arg(view->product));
    m_price->setText(view->priceText);
    m_price->setVisible(!view->priceText.isEmpty());
    m_weight->setPlaceholderText(tr("%1 %2", "a number and its unit").arg(view->exampleText, view->unitText));
    m_weight->setAccessibleName(tr("Weight in %1").arg(view->unitText));
    if (m_weight->text() != view->typed)
        m_weight->setText(view->typed);
    m_field->setProblem(view->problem);
    m_net->setText(view->netText);
    m_tare->setText(tr("Take off the tare of %1").arg(view->tareText));
    m_tare->setAccessibleName(m_tare->text());
    m_tare->setChecked(view->takesTare);
    m_tare->setVisible(!view->tareText.isEmpty());
    m_mark->setVisible(view->hasDecimals);
}

void WeightPanel::arrive()
{
    showQuestion();
    m_weight->setFocus();
    m_weight->selectAll();
}

void WeightPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_weighing.close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace crema::desktop
