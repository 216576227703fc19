// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customer_detail_panel.h"

#include "ui/desktop/customers/customer_merge_card.h"
#include "ui/desktop/customers/customer_points_card.h"
#include "ui/desktop/customers/customer_prices_card.h"
#include "ui/desktop/customers/customer_privacy_card.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_list_presenter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {
namespace {

constexpr int widest = 560;
constexpr int notesHeight = 120;

} // namespace

CustomerDetailPanel::CustomerDetailPanel(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_header(new PageHeader(theme, QStringLiteral("customerHeader"))),
      m_badge(new Badge(theme, QStringLiteral("customerBadge"))), m_message(new MessageStrip(theme)),
      m_card(new Card(theme, QStringLiteral("customerCard"), tr("Customer"))),
      m_notesCard(new Card(theme, QStringLiteral("customerNotesCard"), tr("Notes"))),
      m_pricesCard(new CustomerPricesCard(theme, presenter)), m_pointsCard(new CustomerPointsCard(theme, presenter)),
      m_mergeCard(new CustomerMergeCard(theme, presenter)), m_privacyCard(new CustomerPrivacyCard(theme, presenter)),
      m_name(new QLineEdit), m_email(new QLineEdit), m_phone(new QLineEdit), m_taxId(new QLineEdit),
      m_cardNumber(new QLineEdit), m_notes(new QPlainTextEdit), m_consent(new ChoiceBox(theme)),
      m_consentSource(new ChoiceBox(theme)),
      m_consentText(makeText(theme, QStringLiteral("customerConsent"), 14, QFont::Normal, "muted")),
      m_content(new QWidget), m_scroll(new QScrollArea),
      m_empty(new EmptyState(theme, QStringLiteral("customerEmpty"))), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("customerDetail"));
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_header, &PageHeader::parentChosen, &presenter, &CustomerListPresenter::close);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &CustomerListPresenter::close);
    connect(&presenter, &CustomerListPresenter::detailChanged, this, &CustomerDetailPanel::showDetail);
    connect(&presenter, &CustomerListPresenter::draftChanged, this, &CustomerDetailPanel::showDraft);
    showDetail();
}

void CustomerDetailPanel::addButton(const char *action, const QString &text, const char *kind)
{
    const QString id = QString::fromLatin1(action);
    auto *made = new TouchButton(m_theme, id + QStringLiteral(".button"));
    Action &declared = *m_presenter.actions().find(id);
    made->setAction(declared);
    made->setKind(kind);
    const auto show = [made, text, &declared] {
        made->setText(text);
        made->setVisible(declared.isEnabled());
    };
    connect(&declared, &Action::changed, made, show);
    m_header->addAction(made);
    show();
}

void CustomerDetailPanel::buildFields()
{
    const auto add = [this](Card *card, const QString &name, const QString &label, QWidget *editor) {
        auto *field = new FormField(m_theme, name, label, editor);
        m_fields.append(field);
        card->addRow(field);
    };
    add(m_card, QStringLiteral("name"), tr("Name"), m_name);
    add(m_card, QStringLiteral("email"), tr("E-mail"), m_email);
    add(m_card, QStringLiteral("phone"), tr("Phone"), m_phone);
    add(m_card, QStringLiteral("tax_id"), tr("Tax number"), m_taxId);
    m_taxId->setPlaceholderText(tr("Of a company; may stay empty"));
    add(m_card, QStringLiteral("card"), tr("Customer card"), m_cardNumber);
    m_cardNumber->setProperty("acceptsCodes", true);
    m_cardNumber->setPlaceholderText(tr("Scan the card, or type its number"));
    for (QLineEdit *edit : {m_name, m_email, m_phone, m_taxId, m_cardNumber}) {
        connect(edit, &QLineEdit::textEdited, this, &CustomerDetailPanel::takeDraft);
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &CustomerListPresenter::save, Qt::QueuedConnection);
    }
    buildConsent();
    add(m_notesCard, QStringLiteral("notes"), tr("What the staff should know"), m_notes);
    m_notes->setTabChangesFocus(true);
    m_notes->setMinimumHeight(m_theme.scaled(notesHeight));
    connect(m_notes, &QPlainTextEdit::textChanged, this, &CustomerDetailPanel::takeDraft);
}

void CustomerDetailPanel::buildConsent()
{
    m_consent->addItem(tr("Did not say", "a customer, of offers by e-mail"), QString());
    for (const ConsentState state : {ConsentState::Given, ConsentState::Withdrawn})
        m_consent->addItem(consentStateName(state), consentStateText(state));
    for (const ConsentSource source : allConsentSources)
        m_consentSource->addItem(consentSourceName(source), consentSourceText(source));
    auto *fields = new QWidget;
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_sourceField = new FormField(m_theme, QStringLiteral("consent_source"), tr("They said so"), m_consentSource);
    row->addWidget(new FormField(m_theme, QStringLiteral("consent"), tr("Offers by e-mail"), m_consent), 1);
    row->addWidget(m_sourceField, 1);
    m_consentText->setWordWrap(true);
    m_consentText->setContentsMargins(4, 0, 4, 8);
    m_card->addRow(fields);
    m_card->addRow(m_consentText);
    for (ChoiceBox *box : {m_consent, m_consentSource})
        connect(box, &QComboBox::activated, this, &CustomerDetailPanel::takeDraft);
}

void CustomerDetailPanel::build()
{
    m_header->addBesideTitle(m_badge);
    addButton("customers.archive", tr("Archive"));
    addButton("customers.restore", tr("Use again"));
    addButton("customers.drop", tr("Discard"));
    addButton("customers.save", tr("Save"), "primary");
    m_message->setAnswers({}, {});
    buildFields();
    auto *cards = new QVBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(m_message);
    for (QWidget *card : std::initializer_list<QWidget *>{m_card, m_notesCard, m_pricesCard, m_pointsCard, m_mergeCard,
                                                          m_privacyCard}) {
        card->setMaximumWidth(m_theme.scaled(widest));
        cards->addWidget(card);
    }
    cards->addStretch(1);
    m_cards = cards;
    m_content->setProperty("role", QStringLiteral("page"));
    m_content->setLayout(cards);
    m_scroll->setObjectName(QStringLiteral("customerScroll"));
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *shown = new QWidget;
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

void CustomerDetailPanel::addCard(QWidget *card)
{
    card->setMaximumWidth(m_theme.scaled(widest));
    // Behind who they are and the notes: what is looked at more often than changed.
    m_cards->insertWidget(m_cards->indexOf(m_notesCard) + 1, card);
}

void CustomerDetailPanel::setBeside(bool beside)
{
    const int edge = beside ? 24 : 16;
    m_header->setParentPlace(beside ? QString() : tr("Customers"));
    m_header->setEdge(edge);
    m_content->layout()->setContentsMargins(edge, 4, edge, 16);
}

void CustomerDetailPanel::focusCustomer()
{
    m_name->setFocus();
}

void CustomerDetailPanel::showDetail()
{
    if (m_presenter.detail()) {
        showCustomer(*m_presenter.detail());
        m_stack->setCurrentIndex(1);
        showDraft();
        return;
    }
    if (m_presenter.openId().isEmpty() || m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("user"), tr("Choose a customer"),
                           tr("How to reach them and what the staff should know stand here."));
        m_empty->setAction({});
    } else {
        m_empty->showState(QStringLiteral("search"), tr("This customer is not known here"),
                           tr("Another device may have deleted them."));
        m_empty->setAction(tr("Back to all customers"), "plain");
    }
    m_stack->setCurrentIndex(0);
}

void CustomerDetailPanel::showCustomer(const CustomerDetail &detail)
{
    m_header->setTitle(detail.isNew ? tr("New customer") : detail.row.name);
    m_badge->setLook({detail.row.state.iconName, detail.row.state.text, BadgeTone::Neutral});
    const bool isLocked = !detail.lockedText.isEmpty();
    for (QLineEdit *edit : {m_name, m_email, m_phone, m_taxId, m_cardNumber})
        edit->setReadOnly(isLocked);
    m_notes->setReadOnly(isLocked);
    for (ChoiceBox *box : {m_consent, m_consentSource})
        box->setEnabled(!isLocked);
    m_mergeCard->setVisible(!detail.isNew && !detail.isErased);
    m_privacyCard->setVisible(!detail.isNew);
}

void CustomerDetailPanel::showDraft()
{
    if (!m_presenter.detail())
        return;
    const CustomerDraft &draft = m_presenter.draft();
    m_isShowing = true;
    const auto show = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text)
            edit->setText(text);
    };
    show(m_name, draft.name);
    show(m_email, draft.email);
    show(m_phone, draft.phone);
    show(m_taxId, draft.taxId);
    show(m_cardNumber, draft.card);
    if (m_notes->toPlainText() != draft.notes)
        m_notes->setPlainText(draft.notes);
    m_consent->setCurrentIndex(m_consent->findData(draft.consent ? consentStateText(*draft.consent) : QString()));
    m_consentSource->setCurrentIndex(m_consentSource->findData(consentSourceText(draft.consentSource)));
    m_sourceField->setVisible(draft.consent.has_value());
    m_consentText->setText(m_presenter.detail()->consentText);
    m_consentText->setVisible(!m_consentText->text().isEmpty());
    m_isShowing = false;
    for (FormField *field : std::as_const(m_fields))
        field->setProblem(m_presenter.fieldProblem(field->name()));
    const std::optional<Problem> &problem = m_presenter.problem();
    const QString &locked = m_presenter.detail()->lockedText;
    const QString &exported = m_presenter.exportedText();
    m_message->setVisible(problem || !exported.isEmpty() || !locked.isEmpty());
    if (problem)
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
    else if (!exported.isEmpty())
        m_message->showMessage(Tone::Ok, exported, tr("It is for the customer. Delete it once they have it."));
    else if (!locked.isEmpty())
        m_message->showMessage(Tone::Neutral, locked, {});
}

void CustomerDetailPanel::takeDraft()
{
    if (m_isShowing || !m_presenter.detail())
        return;
    CustomerDraft draft = m_presenter.draft();
    draft.name = m_name->text();
    draft.email = m_email->text();
    draft.phone = m_phone->text();
    draft.taxId = m_taxId->text();
    draft.notes = m_notes->toPlainText();
    draft.card = m_cardNumber->text();
    draft.consent = consentStateFromText(m_consent->currentData().toString());
    draft.consentSource =
        consentSourceFromText(m_consentSource->currentData().toString()).value_or(draft.consentSource);
    m_presenter.setDraft(draft);
}

} // namespace crema::desktop
