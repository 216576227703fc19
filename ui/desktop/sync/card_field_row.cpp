// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sync/card_field_row.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QGridLayout>
#include <QLineEdit>

namespace crema::desktop {

CardFieldRow::CardFieldRow(const Theme &theme, const CardFieldView &view, bool isConflict, QGridLayout &grid, int row,
                           QObject *parent)
    : QObject(parent), m_theme(theme), m_isConflict(isConflict),
      m_label(makeText(theme, QStringLiteral("cardField.") + view.field, 14, QFont::DemiBold)),
      m_mine(new TouchButton(theme, QStringLiteral("cardMine.") + view.field)),
      m_theirs(new TouchButton(theme, QStringLiteral("cardTheirs.") + view.field)), m_value(new QLineEdit),
      m_result(makeText(theme, QStringLiteral("cardResult.") + view.field, 14, QFont::DemiBold)),
      m_error(makeText(theme, QStringLiteral("cardError.") + view.field, 14, QFont::Normal, "error"))
{
    m_label->setWordWrap(true);
    m_label->setContentsMargins(0, 8, 0, 0);
    m_result->setWordWrap(true);
    m_error->setWordWrap(true);
    grid.addWidget(m_label, row, 0, 1, 3);
    if (isConflict) {
        addChoice(m_mine, Keep::Mine, tr("Yours"));
        addChoice(m_theirs, Keep::Theirs, tr("Server"));
        grid.addWidget(m_mine, row + 1, 0);
        grid.addWidget(m_theirs, row + 1, 1);
    } else {
        m_mine->hide();
        m_theirs->hide();
    }
    m_value->setObjectName(QStringLiteral("cardValue.") + view.field);
    m_value->setMinimumHeight(theme.scaled(48));
    m_value->setAccessibleName(isConflict ? tr("Another value for %1").arg(view.label) : view.label);
    connect(m_value, &QLineEdit::textEdited, this, &CardFieldRow::typed);
    grid.addWidget(view.mayType ? static_cast<QWidget *>(m_value) : m_result, row + 1, isConflict ? 2 : 0, 1,
                   isConflict ? 1 : 3);
    (view.mayType ? static_cast<QWidget *>(m_result) : m_value)->setVisible(false);
    grid.addWidget(m_error, row + 2, 0, 1, 3);
    show(view);
}

void CardFieldRow::addChoice(TouchButton *button, Keep keep, const QString &whose)
{
    button->setCheckable(true);
    button->setArrangement(TouchButton::Arrangement::Leading);
    button->setTextSize(14, QFont::DemiBold);
    button->setIconSize(20);
    button->setProperty("whose", whose);
    button->setMinimumHeight(m_theme.scaled(48));
    connect(button, &QPushButton::clicked, this, [this, keep] { Q_EMIT chosen(keep); });
}

void CardFieldRow::show(const CardFieldView &view)
{
    m_label->setText(m_isConflict ? tr("%1, was %2", "a field and its value before").arg(view.label, view.baseText)
                                  : view.label);
    const auto showChoice = [&](TouchButton *button, Keep keep, const QString &text, const QString &by) {
        const bool isChosen = view.keep == keep;
        button->setChecked(isChosen);
        // Also without colour: what is chosen has a mark. A dash before an amount would read as its sign.
        button->setIconName(isChosen ? QStringLiteral("okcircle") : QStringLiteral("circle"));
        button->setText(text);
        button->setToolTip(by);
        button->setAccessibleName(tr("%1 of %2: %3", "whose value, of what, the value")
                                      .arg(button->property("whose").toString(), view.label, text));
        button->setAccessibleDescription(by);
    };
    showChoice(m_mine, Keep::Mine, view.mineText, {});
    showChoice(m_theirs, Keep::Theirs, view.theirsText, view.theirsBy);
    m_result->setText(view.resultText);
    m_result->setAccessibleName(tr("Result of %1: %2").arg(view.label, view.resultText));
    m_value->setPlaceholderText(m_isConflict ? tr("%1, or type another").arg(view.resultText) : QString());
    const bool isTyped = !m_isConflict || view.keep == Keep::Typed;
    if (const QString text = isTyped ? view.typedText : QString(); text != m_value->text())
        m_value->setText(text);
    m_error->setText(view.errorText);
    m_error->setVisible(!view.errorText.isEmpty());
    m_value->setAccessibleDescription(view.errorText);
    restyle(*m_value, "tone", view.errorText.isEmpty() ? QString() : QStringLiteral("error"));
}

} // namespace crema::desktop
