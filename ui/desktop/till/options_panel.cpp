// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/options_panel.h"

#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QGridLayout>
#include <QScrollArea>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int keys = 9;

/// Texts of the catalog keep their own reading direction (Unicode isolates).
QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

/// "€11.50 · 2 left · 1 in the cart"
QString secondLineOf(const OptionChoice &choice)
{
    QStringList parts;
    if (!choice.priceText.isEmpty())
        parts.append(choice.priceText);
    if (choice.chosen)
        parts.append(OptionsPanel::tr("chosen"));
    if (!choice.stockText.isEmpty())
        parts.append(choice.stockText);
    if (choice.inCart > 0)
        parts.append(OptionsPanel::tr("%n in the cart", nullptr, static_cast<int>(choice.inCart)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

OptionsPanel::OptionsPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_title(makeText(theme, QStringLiteral("optionsTitle"), 20, QFont::DemiBold)),
      m_hint(makeText(theme, QStringLiteral("optionsHint"), 14, QFont::Normal, "muted")), m_grid(new QGridLayout),
      m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("optionsPanel"));
    auto *back = new TouchButton(theme, QStringLiteral("optionsBack"));
    back->setTextSize(14, QFont::Medium);
    back->setAction(*presenter.actions().find(u"till.close-options"));
    back->setKeyHint(tr("Esc", "the key"));
    back->setMinimumWidth(back->sizeHint().width());
    m_title->setMinimumWidth(1);
    m_title->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(back);
    head->addWidget(m_title, 1);
    m_hint->setText(tr("Which one? Press its number or touch it."));

    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("optionsBody"));
    m_grid->setContentsMargins(4, 4, 4, 4);
    m_grid->setSpacing(8);
    auto *fill = new QVBoxLayout(body);
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addLayout(m_grid);
    fill->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("optionsScroll"));
    scroll->setAccessibleName(tr("Variants"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    m_column->setSpacing(12);
    m_column->addLayout(head);
    m_column->addWidget(m_hint);
    m_column->addWidget(scroll, 1);
    connect(&presenter, &TillPresenter::optionsChanged, this, &OptionsPanel::showOptions);
    setSizeClass(SizeClass::Medium);
    showOptions();
}

void OptionsPanel::setSizeClass(SizeClass size)
{
    const bool wide = size == SizeClass::Wide;
    const int edge = wide ? 24 : 16;
    m_column->setContentsMargins(edge, 8, edge, 12);
    m_columns = (size == SizeClass::Compact ? 2 : wide ? 4 : 3) - (isLargeText(m_theme) ? 1 : 0);
    place();
}

void OptionsPanel::place()
{
    for (int row = 0; row < m_buttons.size(); ++row)
        m_grid->addWidget(m_buttons.at(row), row / m_columns, row % m_columns);
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
}

void OptionsPanel::showOptions()
{
    // The next question takes the place of the one that was answered by a key.
    const bool hadFocus = std::ranges::any_of(m_buttons, [](const TouchButton *button) { return button->hasFocus(); });
    qDeleteAll(m_buttons);
    m_buttons.clear();
    const std::optional<OptionsView> &options = m_presenter.options();
    if (!options)
        return;
    m_title->setText(options->product);
    m_hint->setText(options->question.isEmpty() ? tr("Which one? Press its number or touch it.") : options->question);
    for (int row = 0; row < options->choices.size(); ++row) {
        const OptionChoice &choice = options->choices.at(row);
        auto *button = new TouchButton(m_theme, QStringLiteral("option%1").arg(row));
        button->setText(isolated(choice.text));
        button->setSecondLine(secondLineOf(choice));
        const QString second = secondLineOf(choice);
        button->setAccessibleName(second.isEmpty() ? choice.text
                                                   : tr("%1, %2", "variant and its price").arg(choice.text, second));
        button->setTextSize(18, QFont::DemiBold);
        button->setArrangement(TouchButton::Arrangement::Leading);
        button->setFixedHeight(m_theme.scaled(96));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setEnabled(choice.sellable);
        button->setCheckable(choice.chosen);
        button->setChecked(choice.chosen);
        if (row < keys)
            button->setKeyHint(QString::number(row + 1));
        connect(
            button, &QPushButton::clicked, this, [this, row] { m_presenter.chooseOption(row); },
            Qt::QueuedConnection); // the button goes away with the choice
        m_buttons.append(button);
    }
    place();
    if (hadFocus)
        arrive();
}

void OptionsPanel::arrive()
{
    if (!m_buttons.isEmpty())
        m_buttons.first()->setFocus();
}

} // namespace crema::desktop
