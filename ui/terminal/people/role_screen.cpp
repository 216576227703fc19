// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/role_screen.h"

#include "ui/presenters/people/person_words.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {
namespace {

/// Lines before those of the rights: name, what it is made from, its two limits.
constexpr qsizetype firstRight = 4;

} // namespace

RoleScreen::RoleScreen(Navigator &navigator, Clock &clock, MenuEnter enter, RoleListPresenter &roles)
    : ListScreen(navigator, clock, enter), m_roles(roles)
{
    connect(&m_roles, &RoleListPresenter::detailChanged, this, &RoleScreen::refresh);
    connect(&m_roles, &RoleListPresenter::draftChanged, this, [this] {
        refresh();
        showProblem();
    });
    connect(&m_roles, &RoleListPresenter::saved, this, [this] { this->navigator().say(MessageKind::Ok, tr("Saved")); });
    refresh();
}

void RoleScreen::showProblem()
{
    QString told;
    for (const char *field : {"name", "discount_limit", "refund_limit", "with_approval"}) {
        if (told.isEmpty())
            told = m_roles.fieldProblem(QString::fromLatin1(field));
    }
    if (told.isEmpty() && m_roles.problem())
        told = m_roles.problem()->message;
    if (told == m_said)
        return;
    m_said = told;
    if (!told.isEmpty())
        navigator().say(MessageKind::Error, told);
}

void RoleScreen::showLines(const RoleDetail &detail)
{
    const RoleDraft &draft = m_roles.draft();
    const auto word = [](Entitlement entitlement) {
        switch (entitlement) {
        case Entitlement::Allowed: return tr("yes", "a right");
        case Entitlement::WithApproval: return tr("PIN", "a right");
        case Entitlement::Denied: return QStringLiteral("-");
        }
        Q_UNREACHABLE();
    };
    const bool isBuiltIn = detail.row.isBuiltIn;
    QList<ListItem> items;
    if (!isBuiltIn) {
        items = {{tr("Name"), draft.name.isEmpty() ? QStringLiteral("-") : draft.name},
                 {tr("Made from"), roleName(draft.base)},
                 {tr("Off a sale, %"), m_roles.discountText()},
                 {tr("Pays back"), m_roles.refundText().isEmpty() ? tr("as managers") : m_roles.refundText()}};
    }
    for (const RightRow &right : detail.rights)
        items.append({right.name, word(right.entitlement)});
    if (!isBuiltIn && !detail.isNew && detail.lockedText.isEmpty())
        items.append({detail.isRetired ? tr("Bring back") : tr("Retire"), detail.row.holdersText});
    m_list.setItems(std::move(items));
}

void RoleScreen::showBases()
{
    QList<ListItem> items;
    for (const Role role : allRoles)
        items.append({roleName(role), role == m_roles.draft().base ? QStringLiteral("*") : QString()});
    m_list.setItems(std::move(items));
}

void RoleScreen::refresh()
{
    if (!m_roles.detail())
        m_list.setItems({});
    else if (m_ask == Ask::Base)
        showBases();
    else
        showLines(*m_roles.detail());
    navigator().redraw();
}

QString RoleScreen::promptText() const
{
    switch (m_ask) {
    case Ask::Name: return tr("Name");
    case Ask::Base: return tr("From which role?");
    case Ask::Discount: return tr("Percent");
    case Ask::Refund: return tr("Whole units, or nothing");
    case Ask::Nothing: break;
    }
    return m_roles.detail() ? tr("Choose 1-9") : QString();
}

Page RoleScreen::page() const
{
    const std::optional<RoleDetail> &detail = m_roles.detail();
    const QString title = !detail ? tr("ROLE") : detail->isNew ? tr("NEW ROLE") : detail->row.name;
    Page page{.title = title, .progress = m_roles.isDirty() ? QStringLiteral("*") : m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (!m_roles.detail())
            return textBlock({{.left = tr("This role is not known here any more."), .maximumRows = 4}}, layout);
        return m_list.layout(layout);
    };
    page.prompt = Prompt{promptText(), m_field, Echo::Shown};
    return page;
}

QList<TerminalAction> RoleScreen::actions()
{
    QList<TerminalAction> actions;
    if (!isTyping() && m_roles.actions().find(u"roles.save")->isEnabled()) {
        actions.append({Verb::Done, tr("save"), tr("Save the role"), [this] {
                            ask(Ask::Nothing);
                            m_said.clear();
                            m_roles.save();
                        }});
    }
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString RoleScreen::helpText() const
{
    return tr("Press the number of a line to change it: a right goes on from yes to with a colleague's PIN to no. F4 "
              "saves the role, for everybody who has it.");
}

bool RoleScreen::key(const KeyEvent &event)
{
    return !isTyping() && ListScreen::key(event);
}

void RoleScreen::submit(const QString &text)
{
    if (!isTyping()) {
        ListScreen::submit(text);
        return;
    }
    const Ask asked = m_ask;
    ask(Ask::Nothing);
    if (asked == Ask::Name)
        m_roles.setName(text);
    else if (asked == Ask::Refund)
        m_roles.setRefundText(text);
    else
        m_roles.setDiscountText(text);
}

bool RoleScreen::back()
{
    if (m_ask == Ask::Nothing)
        return false;
    ask(Ask::Nothing);
    return true;
}

void RoleScreen::ask(Ask what)
{
    stopWaiting();
    m_ask = what;
    m_field.clear();
    if (what == Ask::Name)
        m_field.setText(m_roles.draft().name);
    refresh();
}

void RoleScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (!m_roles.detail() || row >= m_list.items().size())
        return;
    const RoleDetail &detail = *m_roles.detail();
    if (m_ask == Ask::Base) {
        m_roles.setBase(allRoles.at(static_cast<std::size_t>(row)));
        ask(Ask::Nothing);
        return;
    }
    if (!detail.lockedText.isEmpty()) {
        navigator().say(MessageKind::Warning, detail.lockedText);
        return;
    }
    if (row == 0)
        ask(Ask::Name);
    else if (row == 1 && detail.isNew)
        ask(Ask::Base);
    else if (row == 1)
        navigator().say(MessageKind::Warning, tr("What a role was made from stays as it is."));
    else if (row == 2)
        ask(Ask::Discount);
    else if (row == 3)
        ask(Ask::Refund);
    else if (row - firstRight < detail.rights.size())
        moveOn(detail.rights.at(row - firstRight));
    else
        m_roles.setRetired(!detail.isRetired);
}

void RoleScreen::moveOn(const RightRow &right)
{
    if (right.choices.size() < 2) {
        navigator().say(MessageKind::Warning, tr("You may not do this yourself, so the role cannot either."));
        return;
    }
    const Permission permission = right.permission;
    const qsizetype now = right.choices.indexOf(right.entitlement);
    m_roles.setEntitlement(permission, right.choices.at((now + 1) % right.choices.size()));
}

} // namespace crema::terminal
