// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/person_detail_panel.h"

#include "models/people/person_rules.h"
#include "ui/desktop/account/sessions_card.h"
#include "ui/desktop/account/sign_in_card.h"
#include "ui/desktop/people/badge_card.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/erase_dialog.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/account_presenter.h"
#include "ui/presenters/people/person_list_presenter.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {
namespace {

constexpr int widest = 560;

} // namespace

PersonDetailPanel::PersonDetailPanel(const Theme &theme, PersonListPresenter &presenter, AccountPresenter &sessions,
                                     QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_sessions(sessions),
      m_header(new PageHeader(theme, QStringLiteral("personHeader"))),
      m_badge(new Badge(theme, QStringLiteral("personBadge"))), m_message(new MessageStrip(theme)),
      m_person(new Card(theme, QStringLiteral("personCard"), tr("Person"))),
      m_pinCard(new Card(theme, QStringLiteral("personPinCard"), tr("PIN"))), m_name(new QLineEdit),
      m_email(new QLineEdit), m_role(new ChoiceBox(theme)),
      m_roleMeaning(makeText(theme, QStringLiteral("personRoleMeaning"), 14, QFont::Normal, "muted")),
      m_places(new QWidget), m_placeColumn(new QVBoxLayout(m_places)), m_pin(new QLineEdit),
      m_setPin(new TouchButton(theme, QStringLiteral("personSetPin"))),
      m_takePin(new TouchButton(theme, QStringLiteral("personTakePin"))),
      m_pinText(makeText(theme, QStringLiteral("personPinText"), 14, QFont::Normal, "muted")),
      m_badgeCard(new BadgeCard(theme, presenter)), m_signIn(new SignInCard(theme, sessions.signIn())),
      m_sessionsCard(new SessionsCard(theme, sessions)), m_content(new QWidget), m_scroll(new QScrollArea),
      m_empty(new EmptyState(theme, QStringLiteral("personEmpty"))), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("personDetail"));
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_header, &PageHeader::parentChosen, &presenter, &PersonListPresenter::close);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &PersonListPresenter::close);
    connect(&presenter, &PersonListPresenter::detailChanged, this, &PersonDetailPanel::showDetail);
    connect(&presenter, &PersonListPresenter::draftChanged, this, &PersonDetailPanel::showDraft);
    connect(&presenter, &PersonListPresenter::placeChanged, m_pin, &QLineEdit::clear);
    connect(&presenter, &PersonListPresenter::invited, this, [this](const QString &id) { m_invited = id; });
    connect(&presenter, &PersonListPresenter::placeChanged, this, [this] { m_invited.clear(); });
    connect(&presenter, &PersonListPresenter::pinKept, this, [this] {
        m_pin->clear();
        m_pinText->setText(tr("The PIN counts here from now on, and on the other tills after they have synced."));
    });
    connect(&presenter, &PersonListPresenter::eraseWanted, this, &PersonDetailPanel::askToErase);
    connect(&sessions, &AccountPresenter::changed, this, &PersonDetailPanel::showSessions);
    connect(&presenter, &PersonListPresenter::sessionsWanted, this, [this] {
        QWidget *card = m_signIn->isVisible() ? static_cast<QWidget *>(m_signIn) : m_sessionsCard;
        m_scroll->ensureWidgetVisible(card);
    });
    showDetail();
    showSessions();
}

TouchButton *PersonDetailPanel::addButton(const char *action, const QString &text)
{
    const QString id = QString::fromLatin1(action);
    auto *made = new TouchButton(m_theme, id + QStringLiteral(".button"));
    Action &declared = *m_presenter.actions().find(id);
    made->setAction(declared);
    made->setText(text);
    const auto show = [made, text, &declared] {
        made->setText(text);
        made->setVisible(declared.isEnabled());
    };
    connect(&declared, &Action::changed, made, show);
    show();
    m_header->addAction(made);
    return made;
}

void PersonDetailPanel::buildPerson()
{
    const auto add = [this](const QString &name, const QString &label, QWidget *editor) {
        auto *field = new FormField(m_theme, name, label, editor);
        m_fields.append(field);
        m_person->addRow(field);
    };
    add(QStringLiteral("name"), tr("Name"), m_name);
    add(QStringLiteral("email"), tr("E-mail"), m_email);
    m_email->setPlaceholderText(tr("To sign in with a password; may stay empty"));
    add(QStringLiteral("role"), tr("Role"), m_role);
    m_roleMeaning->setWordWrap(true);
    m_roleMeaning->setContentsMargins(4, 0, 4, 8);
    m_person->addRow(m_roleMeaning);
    m_placeColumn->setContentsMargins(0, 0, 0, 0);
    m_placeColumn->setSpacing(4);
    add(QStringLiteral("locations"), tr("Works at"), m_places);
    for (QLineEdit *edit : {m_name, m_email}) {
        connect(edit, &QLineEdit::textEdited, this, &PersonDetailPanel::takeDraft);
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &PersonListPresenter::save, Qt::QueuedConnection);
    }
    connect(m_role, &QComboBox::activated, this, &PersonDetailPanel::takeDraft);
}

void PersonDetailPanel::buildPin()
{
    auto *field = new FormField(m_theme, QStringLiteral("pin"), tr("New PIN"), m_pin);
    m_fields.append(field);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(longestPin);
    m_pinText->setWordWrap(true);
    m_pinText->setContentsMargins(4, 0, 4, 0);
    m_setPin->setText(tr("Set PIN"));
    m_takePin->setText(tr("Take PIN away"));
    for (TouchButton *each : {m_setPin, m_takePin})
        each->setMinimumHeight(m_theme.controlHeight());
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(4, 8, 4, 4);
    row->setSpacing(8);
    row->addWidget(m_setPin);
    row->addWidget(m_takePin);
    row->addStretch(1);
    m_pinCard->addRow(field);
    m_pinCard->addRow(m_pinText);
    m_pinCard->addRow(buttons);
    const auto set = [this] {
        if (!m_pin->text().isEmpty())
            m_presenter.setPin(m_pin->text());
    };
    connect(m_pin, &QLineEdit::textChanged, this, [this](const QString &text) { m_presenter.setTypedPin(text); });
    connect(m_setPin, &QPushButton::clicked, this, set);
    connect(m_takePin, &QPushButton::clicked, this, [this] { m_presenter.setPin({}); });
    connect(m_pin, &QLineEdit::returnPressed, this, [this, set] {
        if (m_presenter.openId() == PersonListPresenter::newId)
            m_presenter.save();
        else
            set();
    });
}

void PersonDetailPanel::build()
{
    m_header->addBesideTitle(m_badge);
    addButton("people.invite", tr("Invite"));
    addButton("people.done", tr("What was done"));
    addButton("people.sessions", tr("Where signed in"));
    addButton("people.disable", tr("Disable"));
    addButton("people.enable", tr("Let in again"));
    addButton("people.erase", tr("Erase…"));
    addButton("people.drop", tr("Discard"));
    addButton("people.save", tr("Save"))->setKind("primary");
    m_message->setAnswers({}, {});
    buildPerson();
    buildPin();
    auto *cards = new QVBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(m_message);
    for (QWidget *card : std::initializer_list<QWidget *>{m_person, m_pinCard, m_badgeCard, m_signIn, m_sessionsCard}) {
        card->setMaximumWidth(m_theme.scaled(widest));
        cards->addWidget(card);
    }
    cards->addStretch(1);
    m_content->setProperty("role", QStringLiteral("page"));
    m_content->setLayout(cards);
    m_scroll->setObjectName(QStringLiteral("personScroll"));
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

void PersonDetailPanel::setBeside(bool beside)
{
    const int edge = beside ? 24 : 16;
    m_header->setParentPlace(beside ? QString() : tr("People"));
    m_header->setEdge(edge);
    m_content->layout()->setContentsMargins(edge, 4, edge, 16);
}

void PersonDetailPanel::focusPerson()
{
    m_name->setFocus();
}

void PersonDetailPanel::showDetail()
{
    if (m_presenter.detail()) {
        showPerson(*m_presenter.detail());
        m_stack->setCurrentIndex(1);
        showDraft();
        return;
    }
    if (m_presenter.openId().isEmpty() || m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("users"), tr("Choose a person"),
                           tr("Their role, the places where they work and their PIN stand here."));
        m_empty->setAction({});
    } else {
        m_empty->showState(QStringLiteral("search"), tr("This person is not known here"),
                           tr("They may work at another place now."));
        m_empty->setAction(tr("Back to all people"), "plain");
    }
    m_stack->setCurrentIndex(0);
}

void PersonDetailPanel::showPerson(const PersonDetail &detail)
{
    m_header->setTitle(detail.isNew ? tr("New person") : detail.row.name);
    m_badge->setLook({detail.row.state.iconName, detail.row.state.text, BadgeTone::Neutral});
    showRoles(detail);
    showPlaces(detail);
    const bool isOpen = detail.lockedText.isEmpty();
    for (QWidget *each : std::initializer_list<QWidget *>{m_name, m_email, m_role, m_places})
        each->setEnabled(isOpen);
    m_pinCard->setVisible(isOpen);
    m_setPin->setVisible(!detail.isNew);
    m_takePin->setVisible(!detail.isNew && detail.hasPin);
    m_pinText->setText(detail.hasPin ? tr("A PIN is set. Nobody can read it; a new one takes its place.")
                                     : tr("4 to 8 digits, to switch at a till, without a network too."));
}

void PersonDetailPanel::showRoles(const PersonDetail &detail)
{
    m_role->clear();
    for (const RoleChoice &choice : detail.roles)
        m_role->addItem(choice.name, roleText(choice.role));
}

void PersonDetailPanel::showPlaces(const PersonDetail &detail)
{
    qDeleteAll(m_placeBoxes);
    m_placeBoxes.clear();
    const auto add = [this](const QString &name, const QString &text) {
        auto *box = new QCheckBox(text);
        box->setObjectName(name);
        box->setMinimumHeight(m_theme.controlHeight());
        connect(box, &QCheckBox::clicked, this, &PersonDetailPanel::takeDraft);
        m_placeColumn->addWidget(box);
        m_placeBoxes.append(box);
    };
    add(QStringLiteral("placeEverywhere"), tr("Everywhere, also at places that come"));
    m_placeBoxes.first()->setEnabled(detail.mayBeEverywhere);
    for (qsizetype i = 0; i < detail.places.size(); ++i)
        add(QStringLiteral("place%1").arg(i), detail.places[i].name);
}

void PersonDetailPanel::showDraft()
{
    if (!m_presenter.detail())
        return;
    const PersonDetail &detail = *m_presenter.detail();
    const PersonDraft &draft = m_presenter.draft();
    m_isShowing = true;
    if (m_name->text() != draft.name)
        m_name->setText(draft.name);
    if (m_email->text() != draft.email)
        m_email->setText(draft.email);
    m_role->setCurrentIndex(m_role->findData(roleText(draft.role)));
    for (const RoleChoice &choice : detail.roles) {
        if (choice.role == draft.role)
            m_roleMeaning->setText(choice.meaning);
    }
    m_placeBoxes.first()->setChecked(draft.everywhere);
    for (qsizetype i = 0; i < detail.places.size(); ++i) {
        m_placeBoxes[i + 1]->setChecked(draft.everywhere || draft.places.contains(detail.places[i].id));
        m_placeBoxes[i + 1]->setEnabled(!draft.everywhere && detail.lockedText.isEmpty());
    }
    m_isShowing = false;
    for (FormField *field : std::as_const(m_fields))
        field->setProblem(m_presenter.fieldProblem(field->name()));
    const std::optional<Problem> &problem = m_presenter.problem();
    const bool isInvited = m_invited == m_presenter.openId();
    m_message->setVisible(problem || isInvited || !detail.lockedText.isEmpty());
    if (problem)
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
    else if (isInvited)
        m_message->showMessage(Tone::Ok, tr("An invitation is on its way."),
                               tr("It says how long the code in it is good."));
    else if (detail.isErased)
        m_message->showMessage(Tone::Neutral, detail.lockedText, {});
    else if (!detail.lockedText.isEmpty())
        m_message->showMessage(Tone::Neutral, detail.lockedText, tr("Ask somebody who may do as much to change it."));
}

void PersonDetailPanel::askToErase()
{
    if (!m_presenter.eraseQuestion())
        return;
    const auto question = [this, id = m_presenter.openId()] {
        return m_presenter.openId() == id ? m_presenter.eraseQuestion() : std::nullopt;
    };
    auto *dialog = new EraseDialog(m_theme,
                                   {QStringLiteral("erasePerson"), tr("Erase the person"), question,
                                    [this](EraseReason reason) { m_presenter.erase(reason); }},
                                   window());
    connect(&m_presenter, &PersonListPresenter::detailChanged, dialog, &EraseDialog::follow);
    dialog->open();
}

void PersonDetailPanel::showSessions()
{
    const bool isAsked = m_sessions.isOfOther();
    const bool signsIn = m_sessions.phase() == AccountPhase::SignIn;
    const bool begins = isAsked && signsIn && m_signIn->isHidden();
    m_signIn->setVisible(isAsked && signsIn);
    m_sessionsCard->setVisible(isAsked && !signsIn);
    if (begins)
        m_signIn->focusFields();
}

void PersonDetailPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // A window that is put aside for a moment is not left.
    if (!event->spontaneous())
        m_sessions.leave();
}

void PersonDetailPanel::takeDraft()
{
    if (m_isShowing || !m_presenter.detail())
        return;
    const PersonDetail &detail = *m_presenter.detail();
    PersonDraft draft;
    draft.name = m_name->text();
    draft.email = m_email->text();
    draft.role = roleRefFromText(m_role->currentData().toString()).value_or(m_presenter.draft().role);
    draft.everywhere = m_placeBoxes.first()->isChecked();
    for (qsizetype i = 0; i < detail.places.size(); ++i) {
        if (m_placeBoxes[i + 1]->isChecked())
            draft.places.append(detail.places[i].id);
    }
    if (draft.everywhere)
        draft.places = m_presenter.draft().places;
    m_presenter.setDraft(draft);
}

} // namespace crema::desktop
