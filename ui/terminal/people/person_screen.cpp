// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/person_screen.h"

#include "ui/presenters/people/person_words.h"
#include "ui/terminal/application/erase_questions.h"
#include "ui/terminal/people/badge_screen.h"
#include "ui/terminal/widgets/text_block.h"

#include <array>

namespace crema::terminal {

PersonScreen::PersonScreen(Navigator &navigator, Clock &clock, MenuEnter enter, PersonListPresenter &people)
    : ListScreen(navigator, clock, enter), m_people(people)
{
    connect(&m_people, &PersonListPresenter::detailChanged, this, &PersonScreen::refresh);
    connect(&m_people, &PersonListPresenter::draftChanged, this, [this] {
        refresh();
        showProblem();
    });
    connect(&m_people, &PersonListPresenter::pinKept, this,
            [this] { this->navigator().say(MessageKind::Ok, tr("The PIN counts from now on")); });
    connect(&m_people, &PersonListPresenter::badgeMade, this, &PersonScreen::showBadge);
    connect(&m_people, &PersonListPresenter::invited, this, [this](const QString &, const QString &email) {
        this->navigator().say(MessageKind::Ok, tr("An invitation is on its way to %1").arg(email));
    });
    connect(&m_people, &PersonListPresenter::saved, this,
            [this] { this->navigator().say(MessageKind::Ok, tr("Saved")); });
    connect(&m_people, &PersonListPresenter::erased, this,
            [this] { this->navigator().say(MessageKind::Ok, tr("Erased", "a person")); });
    connect(&m_people, &PersonListPresenter::eraseWanted, this, &PersonScreen::askToErase);
    refresh();
}

void PersonScreen::showBadge()
{
    if (m_people.madeBadge())
        navigator().open(std::make_unique<BadgeScreen>(navigator(), m_people));
}

void PersonScreen::showProblem()
{
    QString told;
    for (const char *field : {"name", "email", "role", "locations", "pin"}) {
        if (told.isEmpty())
            told = m_people.fieldProblem(QString::fromLatin1(field));
    }
    if (told.isEmpty() && m_people.problem())
        told = m_people.problem()->message;
    if (told == m_said)
        return;
    m_said = told;
    if (!told.isEmpty())
        navigator().say(MessageKind::Error, told);
}

QString PersonScreen::roleTextOf(const PersonDetail &detail) const
{
    const RoleRef &role = m_people.draft().role;
    const auto choice = std::ranges::find(detail.roles, role, &RoleChoice::role);
    return choice == detail.roles.end() ? roleName(role, {}) : choice->name;
}

QString PersonScreen::placesText(const PersonDetail &detail) const
{
    const PersonDraft &draft = m_people.draft();
    if (draft.everywhere)
        return tr("everywhere");
    QStringList names;
    for (const PlaceChoice &place : detail.places) {
        if (draft.places.contains(place.id))
            names.append(place.name);
    }
    return names.join(QStringLiteral(", "));
}

bool PersonScreen::mayAskForSessions() const
{
    return m_people.detail()->lockedText.isEmpty() && m_people.actions().find(u"people.sessions")->isEnabled();
}

void PersonScreen::showLines(const PersonDetail &detail)
{
    const PersonDraft &draft = m_people.draft();
    const QString none = QStringLiteral("-");
    const auto orNone = [&](const QString &text) { return text.isEmpty() ? none : text; };
    const bool hasPin = detail.isNew ? m_pinTyped : detail.hasPin;
    QList<ListItem> items{{tr("Name"), orNone(draft.name)},
                          {tr("E-mail"), orNone(draft.email)},
                          {tr("Role"), roleTextOf(detail)},
                          {tr("Works at"), orNone(placesText(detail))},
                          {tr("PIN"), hasPin ? tr("set") : none}};
    if (!detail.isNew)
        items.append({tr("Badge"), detail.hasBadge ? tr("made", "a badge") : none});
    m_steps.clear();
    const auto addStep = [&](QStringView action, const QString &text) {
        items.append({text, {}});
        m_steps.append(action);
    };
    if (!detail.isNew && detail.lockedText.isEmpty())
        addStep(detail.isActive ? u"people.disable" : u"people.enable",
                detail.isActive ? tr("Disable") : tr("Let in again"));
    if (m_people.actions().find(u"people.erase")->isEnabled())
        addStep(u"people.erase", tr("Erase"));
    if (mayAskForSessions())
        addStep(u"people.sessions", tr("Where signed in"));
    m_list.setItems(std::move(items));
}

void PersonScreen::showChoices(const PersonDetail &detail)
{
    QList<ListItem> items;
    if (m_ask == Ask::Role) {
        for (const RoleChoice &choice : detail.roles)
            items.append({choice.name, choice.role == m_people.draft().role ? QStringLiteral("*") : QString()});
    } else if (m_ask == Ask::Badge) {
        items = {{tr("Make a new badge"), {}}, {tr("Take the badge away"), {}}};
    } else {
        const PersonDraft &draft = m_people.draft();
        for (const PlaceChoice &place : detail.places) {
            const bool isMarked = !draft.everywhere && draft.places.contains(place.id);
            items.append({place.name, isMarked ? QStringLiteral("*") : QString()});
        }
        if (detail.mayBeEverywhere)
            items.append({tr("Everywhere"), draft.everywhere ? QStringLiteral("*") : QString()});
    }
    m_list.setItems(std::move(items));
}

void PersonScreen::refresh()
{
    if (!m_people.detail())
        m_list.setItems({});
    else if (m_ask == Ask::Role || m_ask == Ask::Places || m_ask == Ask::Badge)
        showChoices(*m_people.detail());
    else
        showLines(*m_people.detail());
    navigator().redraw();
}

QString PersonScreen::promptText() const
{
    switch (m_ask) {
    case Ask::Name: return tr("Name");
    case Ask::Email: return tr("E-mail address");
    case Ask::Pin: return tr("New PIN, 0 for none");
    case Ask::Role: return tr("Which role?");
    case Ask::Places: return tr("Works where?");
    case Ask::Badge: return tr("Badge");
    case Ask::Nothing: break;
    }
    return m_people.detail() && m_people.detail()->lockedText.isEmpty() ? tr("Choose 1-9") : QString();
}

QString PersonScreen::titleText() const
{
    if (!m_people.detail())
        return tr("PERSON");
    return m_people.detail()->isNew ? tr("NEW PERSON") : m_people.detail()->row.name;
}

Page PersonScreen::page() const
{
    Page page{.title = titleText(), .progress = m_people.isDirty() ? QStringLiteral("*") : QString()};
    page.body = [this](const Layout &layout) {
        if (!m_people.detail())
            return textBlock({{.left = tr("This person is not known here any more."), .maximumRows = 4}}, layout);
        const QString &locked = m_people.detail()->lockedText;
        if (locked.isEmpty())
            return m_list.layout(layout);
        Canvas canvas(layout.size);
        const int rows = std::min(3, layout.size.height / 2);
        canvas.paste({0, 0}, m_list.layout(layout.within({layout.size.width, layout.size.height - rows})));
        canvas.paste({layout.size.height - rows, 0},
                     textBlock({{.left = locked, .maximumRows = rows}}, layout.within({layout.size.width, rows})));
        return canvas;
    };
    page.prompt = Prompt{promptText(), m_field, m_ask == Ask::Pin ? Echo::Hidden : Echo::Shown};
    return page;
}

QList<TerminalAction> PersonScreen::actions()
{
    QList<TerminalAction> actions;
    if (!isTyping() && m_people.actions().find(u"people.save")->isEnabled()) {
        actions.append({Verb::Done, tr("save"), tr("Save the person"), [this] {
                            ask(Ask::Nothing);
                            m_said.clear();
                            m_people.save();
                        }});
    }
    if (!isTyping() && m_people.actions().find(u"people.invite")->isEnabled()) {
        actions.append({Verb::Find, tr("mail"), tr("Invite the person by mail"), [this] {
                            m_said.clear();
                            m_people.invite();
                        }});
    }
    if (Action *done = m_people.actions().find(u"people.done"); !isTyping() && done->isEnabled())
        actions.append({Verb::Details, tr("log"), tr("Show what was done to the person"), [done] { done->trigger(); }});
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString PersonScreen::helpText() const
{
    return tr("Press the number of what you want to change. F4 saves it; PIN and badge count at once.");
}

bool PersonScreen::key(const KeyEvent &event)
{
    return !isTyping() && ListScreen::key(event);
}

void PersonScreen::submit(const QString &text)
{
    if (isTyping())
        take(text);
    else
        ListScreen::submit(text);
}

bool PersonScreen::back()
{
    if (m_ask == Ask::Nothing)
        return false;
    ask(Ask::Nothing);
    return true;
}

void PersonScreen::ask(Ask what)
{
    stopWaiting();
    m_ask = what;
    m_field.clear();
    if (what == Ask::Name || what == Ask::Email)
        m_field.setText(what == Ask::Name ? m_people.draft().name : m_people.draft().email);
    refresh();
}

void PersonScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (!m_people.detail() || row >= m_list.items().size())
        return;
    if (m_ask == Ask::Nothing)
        chooseLine(row);
    else
        choose(row);
}

void PersonScreen::chooseLine(qsizetype row)
{
    const PersonDetail &detail = *m_people.detail();
    if (!detail.lockedText.isEmpty()) {
        navigator().say(MessageKind::Warning, detail.lockedText);
        return;
    }
    constexpr std::array asks{Ask::Name, Ask::Email, Ask::Role, Ask::Places, Ask::Pin};
    const auto asked = static_cast<qsizetype>(asks.size());
    if (row < asked)
        ask(asks.at(static_cast<std::size_t>(row)));
    else if (row == asked && detail.hasBadge)
        ask(Ask::Badge);
    else if (row == asked)
        m_people.makeBadge();
    else if (const qsizetype step = row - asked - 1; step < m_steps.size())
        m_people.actions().find(m_steps.at(step))->trigger();
}

void PersonScreen::askToErase()
{
    const auto question = [this, id = m_people.openId()] {
        return m_people.openId() == id ? m_people.eraseQuestion() : std::nullopt;
    };
    openEraseQuestions(navigator(), clock(), enter(),
                       {tr("ERASE PERSON"), tr("Keep the person"),
                        tr("Press the number of the reason. F3 keeps the person."),
                        tr("Press 2 to erase the person for good."), question,
                        [this](EraseReason reason) { m_people.erase(reason); }});
}

void PersonScreen::chooseBadge(qsizetype row)
{
    ask(Ask::Nothing);
    if (row == 0)
        m_people.makeBadge();
    else
        m_people.takeBadge();
}

void PersonScreen::choose(qsizetype row)
{
    if (m_ask == Ask::Badge) {
        chooseBadge(row);
        return;
    }
    const PersonDetail &detail = *m_people.detail();
    PersonDraft draft = m_people.draft();
    if (m_ask == Ask::Role) {
        draft.role = detail.roles.at(row).role;
        m_people.setDraft(draft);
        ask(Ask::Nothing);
        return;
    }
    if (row == detail.places.size()) {
        draft.everywhere = !draft.everywhere;
    } else {
        const LocationId place = detail.places.at(row).id;
        draft.everywhere = false;
        if (draft.places.removeAll(place) == 0)
            draft.places.append(place);
    }
    m_people.setDraft(draft);
    refresh();
}

void PersonScreen::take(const QString &text)
{
    PersonDraft draft = m_people.draft();
    if (m_ask == Ask::Name)
        draft.name = text;
    else if (m_ask == Ask::Email)
        draft.email = text;
    const bool isPin = m_ask == Ask::Pin;
    ask(Ask::Nothing);
    if (!isPin) {
        m_people.setDraft(draft);
        return;
    }
    if (text.isEmpty())
        return;
    const QString pin = text == QStringLiteral("0") ? QString() : text;
    if (m_people.detail() && m_people.detail()->isNew) {
        m_pinTyped = !pin.isEmpty();
        m_people.setTypedPin(pin);
        refresh();
    } else {
        m_people.setPin(pin);
    }
}

} // namespace crema::terminal
