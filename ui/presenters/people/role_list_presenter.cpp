// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/role_list_presenter.h"

#include "ui/presenters/people/person_words.h"

#include <algorithm>
#include <cmath>

namespace crema {

const QString RoleListPresenter::newId = QStringLiteral("new");

namespace {

constexpr std::array entitlements{Entitlement::Allowed, Entitlement::WithApproval, Entitlement::Denied};

/// The rights with one of them otherwise.
Rights with(Rights rights, Permission permission, Entitlement entitlement)
{
    rights.allowed.removeAll(permission);
    rights.withApproval.removeAll(permission);
    if (entitlement == Entitlement::Allowed)
        rights.allowed.append(permission);
    else if (entitlement == Entitlement::WithApproval)
        rights.withApproval.append(permission);
    return rights;
}

/// As much of `rights` as `most` has; what may not be approved is denied then.
Rights within(const Rights &rights, const Rights &most)
{
    Rights fitting{{}, {}, std::min(rights.discountLimit, most.discountLimit), rights.refundLimit};
    if (most.refundLimit && (!fitting.refundLimit || *fitting.refundLimit > *most.refundLimit))
        fitting.refundLimit = most.refundLimit;
    for (const Permission permission : allPermissions) {
        const Entitlement entitlement = std::min(entitlementIn(rights, permission), entitlementIn(most, permission));
        fitting = with(fitting, permission, entitlement);
    }
    return fitting;
}

/// In one order, so that a draft that was changed and changed back is as it was.
Rights sorted(const Rights &rights)
{
    return within(rights, rights);
}

/// Of the role as it is now, what made `after` of `before` is undone, and nothing that somebody else changed. Rights go
/// together.
OwnRole takenBack(OwnRole now, const OwnRole &before, const OwnRole &after)
{
    if (before.name != after.name)
        now.name = before.name;
    if (before.rights != after.rights)
        now.rights = before.rights;
    if (before.retired != after.retired)
        now.retired = before.retired;
    return now;
}

QString percentText(std::int32_t tenThousandths, const QLocale &locale)
{
    const int decimals = tenThousandths % 100 == 0 ? 0 : 2;
    return locale.toString(tenThousandths / 100.0, 'f', decimals);
}

/// Nothing where it is as much as managers pay back.
QString unitsText(const std::optional<std::int64_t> &units, const QLocale &locale)
{
    return units ? locale.toString(qint64(*units)) : QString();
}

} // namespace

RoleListPresenter::RoleListPresenter(ShopDesk &desk, Notices &notices, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_notices(notices), m_locale(locale)
{
    declareActions();
    connect(&m_desk, &TillDesk::changed, this, &RoleListPresenter::followDesk);
    connect(&m_desk, &TillDesk::dataChanged, this, [this] {
        if (m_inFront)
            refresh();
    });
}

RoleListPresenter::~RoleListPresenter()
{
    m_stop.request_stop();
}

void RoleListPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, const QStringList &keys,
                            const QStringList &terminalKeys, ActionCategory category, std::function<void()> run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), category, keys, terminalKeys},
                      std::move(run));
    };
    using enum ActionCategory;
    add("roles.new", tr("Make a role"), "plus", {QStringLiteral("Ctrl+N")}, {QStringLiteral("F4")}, Record,
        [this] { open(newId); });
    add("roles.save", tr("Save the role"), "check", {QStringLiteral("Ctrl+S")}, {}, Record, [this] { save(); });
    add("roles.drop", tr("Drop what was changed about the role"), "x", {}, {}, Record, [this] { drop(); });
    add("roles.retire", tr("Retire the role"), "lock", {}, {}, Record, [this] { setRetired(true); });
    add("roles.restore", tr("Bring the role back"), "undo", {}, {}, Record, [this] { setRetired(false); });
    add("roles.back", tr("Back to all roles"), "left", {}, {}, Go, [this] { close(); });
    add("roles.people", tr("Back to the people"), "users", {}, {}, Go, [this] { Q_EMIT peopleWanted(); });
    showActions();
}

bool RoleListPresenter::isDenied() const
{
    return !m_desk.state().enrolled || !m_desk.state().may(Permission::PeopleManage);
}

Rights RoleListPresenter::mine() const
{
    return m_desk.state().person ? rightsOf(*m_desk.state().person) : Rights();
}

void RoleListPresenter::arrive()
{
    m_inFront = true;
    refresh();
}

void RoleListPresenter::followDesk()
{
    const auto here = m_desk.state().person ? std::optional(m_desk.state().person->id) : std::nullopt;
    if (m_reader != here) {
        // Nothing that was chosen by one person is saved by another one.
        m_openId.clear();
        fillDraft(std::nullopt);
        Q_EMIT placeChanged();
    }
    if (m_inFront || m_reader != here)
        rebuild();
    else
        showActions();
    m_reader = here;
}

void RoleListPresenter::refresh()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    read(this, m_stop.get_token());
}

QCoro::Task<> RoleListPresenter::read(Self self, std::stop_token stop)
{
    const Result<QList<Person>> people = co_await self->m_desk.everybody();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<OwnRole>> roles = co_await self->m_desk.roles();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    if (people && roles) {
        if (self->m_phase == ListPhase::Failed)
            self->m_problem.reset();
        self->m_people = *people;
        self->m_roles = *roles;
        self->m_phase = ListPhase::Rows;
    } else {
        self->m_problem = people ? roles.error() : people.error();
        self->m_phase = ListPhase::Failed;
    }
    self->rebuild();
    if (std::exchange(self->m_readAgain, false))
        self->refresh();
}

QStringList RoleListPresenter::holdersOf(const RoleRef &role) const
{
    QStringList names;
    for (const Person &person : m_people) {
        if (person.role == role)
            names.append(person.name);
    }
    return names;
}

QString RoleListPresenter::holdersText(const RoleRef &role) const
{
    const auto count = holdersOf(role).size();
    return count == 0 ? tr("nobody", "has a role") : tr("%n people", nullptr, static_cast<int>(count));
}

RoleRow RoleListPresenter::rowOf(const OwnRole &role) const
{
    RoleRow row{role.id.toString(),   role.name, tr("From %1", "a role").arg(roleName(role.base)),
                holdersText(role.id), {},        false};
    if (role.retired)
        row.state = {QStringLiteral("lock"), tr("Retired", "a role"), Tone::Neutral};
    return row;
}

RoleRow RoleListPresenter::rowOf(Role role) const
{
    return {roleText(role), roleName(role), tr("Built in", "a role"), holdersText(role), {}, true};
}

void RoleListPresenter::rebuild()
{
    m_rows.clear();
    if (!isDenied()) {
        for (const OwnRole &role : std::as_const(m_roles))
            m_rows.append(rowOf(role));
        // What is given to nobody any more stands below those that are.
        std::ranges::stable_partition(m_rows, [](const RoleRow &row) { return row.state.text.isEmpty(); });
        for (const Role role : allRoles)
            m_rows.append(rowOf(role));
    }
    if (isDenied() && m_phase != ListPhase::Blank)
        m_phase = ListPhase::Failed;
    Q_EMIT listChanged();
    showOpen();
}

std::optional<OwnRole> RoleListPresenter::openRole() const
{
    for (const OwnRole &role : m_roles) {
        if (role.id.toString() == m_openId)
            return role;
    }
    return std::nullopt;
}

void RoleListPresenter::fillDraft(const std::optional<OwnRole> &role)
{
    m_before = role;
    if (role)
        m_seen = {role->name, role->base, sorted(role->rights)};
    else
        m_seen = {{}, Role::Barista, within(rightsOf(Role::Barista), mine())};
    m_draft = m_seen;
    m_discountText = percentText(m_draft.rights.discountLimit, m_locale);
    m_refundText = unitsText(m_draft.rights.refundLimit, m_locale);
}

QList<RightRow> RoleListPresenter::rightRows(const Rights &rights, bool isOpen) const
{
    QList<RightRow> rows;
    for (const Permission permission : allPermissions) {
        RightRow row{permission, permissionName(permission), entitlementIn(rights, permission), {}};
        for (const Entitlement entitlement : entitlements) {
            const bool isMeant = entitlement != Entitlement::WithApproval || mayBeApproved(permission);
            const bool isMine = entitlement <= entitlementIn(mine(), permission);
            if (entitlement == row.entitlement || (isOpen && isMeant && isMine))
                row.choices.append(entitlement);
        }
        rows.append(row);
    }
    return rows;
}

void RoleListPresenter::showOpen()
{
    const std::optional<OwnRole> role = openRole();
    const auto builtIn = roleFromText(m_openId);
    const bool isNew = m_openId == newId;
    m_detail.reset();
    if (!isDenied() && m_desk.state().person && (role || isNew || builtIn)) {
        RoleDetail detail;
        detail.isNew = isNew;
        if (builtIn) {
            detail.row = rowOf(*builtIn);
            detail.holders = holdersOf(*builtIn);
            detail.lockedText = tr("This role is built in and stays as it is. A role of your own can begin with it.");
            detail.rights = rightRows(rightsOf(*builtIn), false);
        }
        if (role) {
            detail.row = rowOf(*role);
            detail.isRetired = role->retired;
            detail.holders = holdersOf(role->id);
            if (const auto may = checkRoleGrant(*m_desk.state().person, role, *role); !may)
                detail.lockedText = may.error().message;
            if (!isDirty())
                fillDraft(role);
        }
        m_detail = detail;
        showDraftOfRights();
    }
    showActions();
    Q_EMIT detailChanged();
}

void RoleListPresenter::showDraftOfRights()
{
    if (m_detail && !m_detail->row.isBuiltIn)
        m_detail->rights = rightRows(m_draft.rights, m_detail->lockedText.isEmpty());
}

void RoleListPresenter::showActions()
{
    const QString denied = isDenied() ? tr("Only people who manage people may do this.") : QString();
    const QString locked = !m_detail ? tr("No role is open.") : m_detail->lockedText;
    const QString unchanged = isDirty() ? QString() : tr("Nothing was changed.");
    const auto disable = [this](QStringView id, const QString &reason) {
        if (Action *action = m_actions.find(id))
            action->setDisabledReason(reason);
    };
    const bool isNew = m_detail && m_detail->isNew;
    const bool isRetired = m_detail && m_detail->isRetired;
    disable(u"roles.new", denied);
    disable(u"roles.people", denied);
    disable(u"roles.back", m_openId.isEmpty() ? tr("No role is open.") : QString());
    disable(u"roles.save", !locked.isEmpty() ? locked : unchanged);
    disable(u"roles.drop", unchanged);
    const QString notGiven = isNew || isRetired ? tr("This role is given to nobody.") : QString();
    const QString typed = isDirty() ? tr("Save or discard what was changed first.") : QString();
    disable(u"roles.retire", !locked.isEmpty() ? locked : !notGiven.isEmpty() ? notGiven : typed);
    disable(u"roles.restore", !locked.isEmpty() ? locked : isRetired ? typed : tr("This role is not retired."));
}

void RoleListPresenter::open(const QString &id)
{
    if (m_openId == id)
        return;
    m_openId = id;
    m_problem.reset();
    m_fieldProblems.clear();
    fillDraft(openRole());
    showOpen();
    Q_EMIT draftChanged();
    Q_EMIT placeChanged();
}

void RoleListPresenter::setName(const QString &name)
{
    if (m_draft.name == name)
        return;
    m_draft.name = name;
    showActions();
    Q_EMIT draftChanged();
}

void RoleListPresenter::setRights(const Rights &rights)
{
    m_draft.rights = sorted(rights);
    showDraftOfRights();
    showActions();
    Q_EMIT draftChanged();
}

void RoleListPresenter::setBase(Role base)
{
    if (m_openId != newId || m_draft.base == base)
        return;
    m_draft.base = base;
    const Rights rights = within(rightsOf(base), mine());
    m_discountText = percentText(rights.discountLimit, m_locale);
    m_refundText = unitsText(rights.refundLimit, m_locale);
    setRights(rights);
}

void RoleListPresenter::setEntitlement(Permission permission, Entitlement entitlement)
{
    if (!m_detail || !m_detail->lockedText.isEmpty())
        return;
    const auto row = std::ranges::find(m_detail->rights, permission, &RightRow::permission);
    if (row == m_detail->rights.end() || !row->choices.contains(entitlement))
        return;
    setRights(with(m_draft.rights, permission, entitlement));
}

void RoleListPresenter::setDiscountText(const QString &text)
{
    m_discountText = text;
    bool isNumber = false;
    const double percent = m_locale.toDouble(text.trimmed(), &isNumber);
    Rights rights = m_draft.rights;
    // What is no number is kept as one that no role can have, so that saving says what is wrong.
    const bool isShare = isNumber && percent >= 0 && percent <= 100;
    rights.discountLimit = isShare ? static_cast<std::int32_t>(std::lround(percent * 100)) : -1;
    setRights(rights);
}

void RoleListPresenter::setRefundText(const QString &text)
{
    m_refundText = text;
    const QString typed = text.trimmed();
    bool isNumber = false;
    const qlonglong units = m_locale.toLongLong(typed, &isNumber);
    Rights rights = m_draft.rights;
    if (typed.isEmpty())
        rights.refundLimit.reset();
    else
        rights.refundLimit = isNumber && units >= 0 ? std::int64_t(units) : -1; // as with what is no share
    setRights(rights);
}

void RoleListPresenter::drop()
{
    m_problem.reset();
    m_fieldProblems.clear();
    fillDraft(openRole());
    showDraftOfRights();
    showActions();
    Q_EMIT draftChanged();
}

void RoleListPresenter::report(const Problem &problem)
{
    m_problem.reset();
    m_fieldProblems.clear();
    for (const FieldProblem &field : problem.fields)
        m_fieldProblems.insert(field.field, field.message);
    if (m_fieldProblems.isEmpty())
        m_problem = problem;
    showActions();
    Q_EMIT draftChanged();
}

void RoleListPresenter::perform(Doing doing, Done done)
{
    if (std::exchange(m_isWorking, true))
        return;
    m_problem.reset();
    m_fieldProblems.clear();
    run(this, m_stop.get_token(), std::move(doing), std::move(done));
}

QCoro::Task<> RoleListPresenter::run(Self self, std::stop_token stop, Doing doing, Done done)
{
    auto doingIt = doing(self->m_desk);
    const Result<OwnRole> role = co_await doingIt;
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isWorking = false;
    if (!role) {
        self->report(role.error());
        co_return;
    }
    done(*self, *role);
    Q_EMIT self->draftChanged();
    self->refresh();
}

void RoleListPresenter::save()
{
    if (!isDirty())
        return;
    OwnRole role = m_before.value_or(OwnRole());
    role.name = m_draft.name;
    role.base = m_draft.base;
    role.rights = m_draft.rights;
    if (m_before) {
        change(*m_before, role, tr("Role %1 changed").arg(m_before->name));
        return;
    }
    perform([role](ShopDesk &desk) { return desk.createRole(role); },
            [](RoleListPresenter &self, const OwnRole &made) {
                self.m_roles.append(made);
                Q_EMIT self.saved();
                // Another one was opened meanwhile.
                if (self.m_openId != newId)
                    return;
                self.m_openId = made.id.toString();
                self.fillDraft(made);
                Q_EMIT self.placeChanged();
            });
}

void RoleListPresenter::change(const OwnRole &before, const OwnRole &after, const QString &said)
{
    perform([before, after](ShopDesk &desk) { return desk.editRole(before, after); },
            [before, after, said](RoleListPresenter &self, const OwnRole &role) {
                if (self.m_openId == role.id.toString())
                    self.fillDraft(role);
                Q_EMIT self.saved();
                self.m_notices.post(said, [&desk = self.m_desk, role, back = takenBack(role, before, after)] {
                    desk.editRole(role, back).then([](const Result<OwnRole> &) {});
                });
            });
}

void RoleListPresenter::setRetired(bool retired)
{
    const auto before = openRole();
    if (!before)
        return;
    OwnRole after = *before;
    after.retired = retired;
    const QString said = retired ? tr("Role %1 is retired") : tr("Role %1 is back");
    change(*before, after, said.arg(before->name));
}

} // namespace crema
