// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/note_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/cart_step_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

TouchButton *addPrimary(const Theme &theme, QVBoxLayout &body, const QString &objectName, const QString &text)
{
    auto *button = new TouchButton(theme, objectName);
    button->setKind("primary");
    button->setTextSize(16, QFont::DemiBold);
    button->setText(text);
    button->setAccessibleName(text);
    button->setKeyHint(NotePanel::tr("Enter", "the key"));
    button->setMinimumHeight(qMax(48, theme.scaled(44)));
    body.addWidget(button);
    body.addStretch(1);
    return button;
}

} // namespace

NotePanel::NotePanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("notePanel"), tr("Note")), m_text(new QLineEdit)
{
    addScope();
    m_text->setMaxLength(CartStepPresenter::maxNoteLength);
    body()->addWidget(new FormField(theme, QStringLiteral("noteText"), tr("What the staff should know"), m_text));
    auto *keep = addPrimary(theme, *body(), QStringLiteral("noteKeep"), tr("Keep the note"));
    const auto give = [this] { m_steps.giveNote(m_text->text()); };
    connect(keep, &QPushButton::clicked, this, give);
    connect(m_text, &QLineEdit::returnPressed, this, give);
    connect(m_text, &QLineEdit::textEdited, &steps, &CartStepPresenter::draftNote);
    connect(&steps, &CartStepPresenter::scopeChanged, this, &NotePanel::showState);
    // Another line may be marked meanwhile: the note goes to that one, so it is said.
    connect(&steps, &CartStepPresenter::changed, this, &NotePanel::showScope);
}

void NotePanel::arrive()
{
    showState();
    m_text->setFocus();
    m_text->selectAll();
}

void NotePanel::showState()
{
    if (m_steps.step() != CartStep::Note)
        return;
    showScope();
    m_text->setText(m_steps.noteNow());
}

CustomerNotePanel::CustomerNotePanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("customerNotePanel"), tr("Note for the customer")),
      m_text(new QLineEdit)
{
    m_text->setMaxLength(CartStepPresenter::maxNoteLength);
    body()->addWidget(
        new FormField(theme, QStringLiteral("customerNoteText"), tr("What the receipt says to the customer"), m_text));
    auto *keep = addPrimary(theme, *body(), QStringLiteral("customerNoteKeep"), tr("Keep the note"));
    const auto give = [this] { m_steps.giveCustomerNote(m_text->text()); };
    connect(keep, &QPushButton::clicked, this, give);
    connect(m_text, &QLineEdit::returnPressed, this, give);
    connect(m_text, &QLineEdit::textEdited, &steps, &CartStepPresenter::draftNote);
}

void CustomerNotePanel::arrive()
{
    m_text->setText(m_steps.customerNoteNow());
    m_text->setFocus();
    m_text->selectAll();
}

HoldPanel::HoldPanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("holdPanel"), tr("Hold the sale")), m_name(new QLineEdit)
{
    m_name->setMaxLength(OpenCartPresenter::maxNameLength);
    body()->addWidget(new FormField(theme, QStringLiteral("holdName"), tr("Name, such as a table (optional)"), m_name));
    auto *about = makeText(theme, QStringLiteral("holdAbout"), 14, QFont::Normal, "muted");
    about->setText(tr("It waits among the parked sales until somebody goes on with it."));
    about->setWordWrap(true);
    body()->addWidget(about);
    auto *hold = addPrimary(theme, *body(), QStringLiteral("holdSale"), tr("Hold the sale"));
    const auto park = [this] { m_steps.hold(m_name->text()); };
    connect(hold, &QPushButton::clicked, this, park);
    connect(m_name, &QLineEdit::returnPressed, this, park);
}

void HoldPanel::arrive()
{
    m_name->setText(m_steps.suggestedName());
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace crema::desktop
