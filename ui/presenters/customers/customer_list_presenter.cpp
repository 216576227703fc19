// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/customer_list_presenter.h"

#include "ui/presenters/customers/customer_draft.h"
#include "ui/presenters/customers/customer_merge_presenter.h"
#include "ui/presenters/people/person_watch.h"
#include "ui/presenters/selling/time_words.h"

#include <algorithm>

namespace crema {

const QString CustomerListPresenter::newId = QStringLiteral("new");

CustomerListPresenter::CustomerListPresenter(ShopDesk &desk, Notices &notices, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_notices(notices), m_locale(locale),
      m_merging(new CustomerMergePresenter(desk, this))
{
    declareActions();
    connect(m_merging, &CustomerMergePresenter::merged, this, &CustomerListPresenter::showMerged);
    connect(m_merging, &CustomerMergePresenter::parted, this, &CustomerListPresenter::showParted);
    connect(m_merging, &CustomerMergePresenter::tookOver, this, &CustomerListPresenter::showTakenOver);
    connect(m_merging, &CustomerMergePresenter::notDone, this, &CustomerListPresenter::report);
    auto *watch = new PersonWatch(m_desk, this);
    connect(watch, &PersonWatch::personChanged, this, &CustomerListPresenter::forgetEverything);
    connect(&m_desk, &TillDesk::changed, this, &CustomerListPresenter::showActions);
    connect(&m_desk, &TillDesk::dataChanged, this, [this] {
        if (m_inFront)
            refresh();
    });
}

CustomerListPresenter::~CustomerListPresenter()
{
    m_stop.request_stop();
}

void CustomerListPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, ActionCategory category,
                            const QStringList &keys, std::function<void()> run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), category, keys, {}}, std::move(run));
    };
    add("customers.new", tr("Add a customer"), "plus", ActionCategory::Record, {QStringLiteral("Ctrl+N")},
        [this] { open(newId); });
    add("customers.find", tr("Search customers"), "search", ActionCategory::Search,
        {QStringLiteral("F2"), QStringLiteral("Ctrl+F")}, [this] { Q_EMIT filterWanted(); });
    add("customers.save", tr("Save the customer"), "check", ActionCategory::Record, {QStringLiteral("Ctrl+S")},
        [this] { save(); });
    add("customers.drop", tr("Drop what was typed about the customer"), "x", ActionCategory::Record, {},
        [this] { drop(); });
    add("customers.archive", tr("Archive the customer"), "folder", ActionCategory::Record, {},
        [this] { setArchived(true); });
    add("customers.restore", tr("Take the customer out of the archive"), "user", ActionCategory::Record, {},
        [this] { setArchived(false); });
    add("customers.export", tr("Save what is known of the customer"), "export", ActionCategory::Record, {},
        [this] { Q_EMIT exportWanted(); });
    add("customers.erase", tr("Erase the customer"), "trash", ActionCategory::Record, {},
        [this] { Q_EMIT eraseWanted(); });
    add("customers.merge", tr("Merge the customer with a duplicate"), "users", ActionCategory::Record, {},
        [this] { Q_EMIT mergeWanted(m_openId); });
    add("customers.duplicates", tr("Find customers who are there twice"), "users", ActionCategory::Search, {},
        [this] { Q_EMIT mergeWanted({}); });
    add("customers.back", tr("Back to all customers"), "left", ActionCategory::Go, {}, [this] { close(); });
    showActions();
}

CustomerRow CustomerListPresenter::rowOf(const Customer &customer)
{
    CustomerRow row{customer.id.toString(), customer.name, customer.email, customer.phone, customer.taxId, {}};
    if (customer.isErased()) {
        row.name = tr("Erased customer");
        row.state = {QStringLiteral("trash"), tr("Erased", "a customer"), Tone::Neutral};
    } else if (customer.archived) {
        row.state = {QStringLiteral("folder"), tr("Archived", "a customer"), Tone::Neutral};
    }
    return row;
}

bool CustomerListPresenter::isDenied() const
{
    return !m_desk.state().may(Permission::CustomersRead);
}

bool CustomerListPresenter::mayChange() const
{
    return m_desk.state().may(Permission::CustomersEdit);
}

void CustomerListPresenter::arrive()
{
    m_inFront = true;
    refresh();
}

// Nothing that was typed by one person is seen or saved by another one.
void CustomerListPresenter::forgetEverything()
{
    m_filter.clear();
    m_customers.clear();
    m_opened.reset();
    m_merged.clear();
    m_points.reset();
    m_openId.clear();
    m_exportedText.clear();
    m_phase = ListPhase::Blank;
    forgetProblems();
    fillDraft(std::nullopt);
    rebuild();
    Q_EMIT draftChanged();
    Q_EMIT placeChanged();
    if (m_inFront)
        refresh();
}

void CustomerListPresenter::refresh()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    read(this, m_stop.get_token());
}

QCoro::Task<> CustomerListPresenter::read(Self self, std::stop_token stop)
{
    const QString filter = self->m_filter;
    const QString openId = self->m_openId;
    // One more than is shown says that there are more.
    const Result<QList<Customer>> found = co_await self->m_desk.findCustomers(filter, mostRows + 1);
    if (stop.stop_requested() || !self)
        co_return;
    std::optional<Customer> opened;
    std::optional<sync::PointsView> points;
    QList<Part> merged;
    if (const auto id = CustomerId::fromString(openId)) {
        const Result<sync::PointsView> known = co_await self->m_desk.points(*id);
        if (stop.stop_requested() || !self)
            co_return;
        if (known)
            points = *known;
        const Result<Customer> customer = co_await self->m_desk.customer(*id);
        if (stop.stop_requested() || !self)
            co_return;
        if (customer)
            opened = *customer;
        const Result<QList<Customer>> parts = co_await self->m_desk.customersMergedInto(*id);
        if (stop.stop_requested() || !self)
            co_return;
        for (const Customer &part : parts.value_or(QList<Customer>())) {
            const Result<sync::PointsView> left = co_await self->m_desk.points(part.id);
            if (stop.stop_requested() || !self)
                co_return;
            const Result<sync::GiftCardView> credit = co_await self->m_desk.storeCredit(part.id);
            if (stop.stop_requested() || !self)
                co_return;
            merged.append({part, left ? left->points : 0, credit ? std::optional(credit->card.balance) : std::nullopt});
        }
    }
    if (!openId.isEmpty()) {
        const Result<QList<PriceList>> lists = co_await self->m_desk.priceLists();
        if (stop.stop_requested() || !self)
            co_return;
        self->m_priceLists = lists.value_or(QList<PriceList>());
    }
    self->m_isReading = false;
    self->m_opened = opened;
    self->m_merged = merged;
    self->followMerge(openId);
    if (self->m_openId == openId)
        self->m_points = points;
    if (found) {
        if (self->m_phase == ListPhase::Failed)
            self->m_problem.reset();
        self->m_customers = *found;
        self->m_phase = ListPhase::Rows;
    } else {
        self->m_problem = found.error();
        self->m_phase = ListPhase::Failed;
    }
    self->rebuild();
    if (std::exchange(self->m_readAgain, false))
        self->refresh();
}

void CustomerListPresenter::rebuild()
{
    m_rows.clear();
    if (!isDenied()) {
        for (const Customer &customer : std::as_const(m_customers)) {
            if (m_rows.size() < mostRows)
                m_rows.append(rowOf(customer));
        }
    }
    if (m_phase != ListPhase::Blank && m_phase != ListPhase::Failed && m_rows.isEmpty())
        m_phase = m_filter.trimmed().isEmpty() ? ListPhase::FirstUse : ListPhase::FilteredEmpty;
    if (isDenied() && m_phase != ListPhase::Blank)
        m_phase = ListPhase::Failed;
    if (isDenied() || m_phase == ListPhase::Blank)
        m_countText.clear();
    else if (m_customers.size() > mostRows)
        m_countText = tr("The first %1; type to find others").arg(mostRows);
    else
        m_countText = tr("%n customers", nullptr, static_cast<int>(m_rows.size()));
    Q_EMIT listChanged();
    showOpen();
}

void CustomerListPresenter::setFilterText(const QString &text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    refresh();
}

std::optional<Customer> CustomerListPresenter::openCustomer() const
{
    if (m_opened && m_opened->id.toString() == m_openId)
        return m_opened;
    for (const Customer &customer : m_customers) {
        if (customer.id.toString() == m_openId)
            return customer;
    }
    return std::nullopt;
}

void CustomerListPresenter::fillDraft(const std::optional<Customer> &customer)
{
    m_before = customer;
    m_seen = customer ? draftOf(*customer) : CustomerDraft();
    m_draft = m_seen;
}

void CustomerListPresenter::showOpen()
{
    const std::optional<Customer> customer = openCustomer();
    const bool isNew = m_openId == newId;
    m_detail.reset();
    if (!isDenied() && (customer || isNew)) {
        CustomerDetail detail;
        detail.isNew = isNew;
        if (customer) {
            detail.row = rowOf(*customer);
            detail.isArchived = customer->archived;
            detail.consentText = customer->consent ? consentText(*customer->consent) : QString();
        }
        detail.isErased = customer && customer->isErased();
        if (customer && m_opened && m_opened->id == customer->id)
            detail.merged = mergedRows();
        detail.pointsText = customer && m_points ? pointsTextOf(*m_points) : QString();
        if (detail.isErased)
            detail.lockedText = tr("What was known of this customer was erased.");
        else if (!mayChange())
            detail.lockedText = tr("Your role lets you look at customers only. Ask a manager to change them.");
        m_detail = detail;
        // What was typed about somebody goes with them.
        if (customer && (customer->isErased() || !isDirty()))
            fillDraft(customer);
        showPrices(*m_detail);
    }
    showActions();
    Q_EMIT detailChanged();
}

QString CustomerListPresenter::consentText(const Consent &consent) const
{
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    const QString day = times.date(times.dayOf(consent.at));
    const QString how = consentSourceName(consent.source);
    return consent.state == ConsentState::Given
               ? tr("Agreed on %1, %2.", "to offers by e-mail: when and how").arg(day, how)
               : tr("Withdrawn on %1, %2.", "the agreement to offers by e-mail: when and how").arg(day, how);
}

void CustomerListPresenter::showActions()
{
    const QString denied = mayChange() ? QString() : tr("Only people who change customers may do this.");
    const QString nobody = tr("No customer is open.");
    const QString unchanged = tr("Nothing was changed.");
    const auto disable = [this](QStringView id, const QString &reason) {
        if (Action *action = m_actions.find(id))
            action->setDisabledReason(reason);
    };
    const QString locked = !m_detail ? nobody : m_detail->lockedText;
    const bool isKept = m_detail && !m_detail->isNew;
    disable(u"customers.new", denied);
    disable(u"customers.back", m_openId.isEmpty() ? nobody : QString());
    disable(u"customers.save", !locked.isEmpty() ? locked : isDirty() ? QString() : unchanged);
    disable(u"customers.drop", isDirty() ? QString() : unchanged);
    disable(u"customers.archive", !locked.isEmpty()                 ? locked
                                  : isKept && !m_detail->isArchived ? QString()
                                                                    : tr("This customer is not in use."));
    disable(u"customers.restore", !locked.isEmpty()                ? locked
                                  : isKept && m_detail->isArchived ? QString()
                                                                   : tr("This customer is in use."));
    disable(u"customers.merge", !locked.isEmpty() ? locked : isKept ? QString() : nobody);
    disable(u"customers.duplicates", denied);
    disable(u"customers.erase", eraseObstacle());
    disable(u"customers.export", exportObstacle());
}

void CustomerListPresenter::goTo(const QString &id)
{
    m_openId = id;
    m_points.reset();
    m_exportedText.clear();
    forgetProblems();
    fillDraft(openCustomer());
    showOpen();
    Q_EMIT draftChanged();
    // Their points and the price lists are read with them.
    if (!id.isEmpty())
        refresh();
}

void CustomerListPresenter::open(const QString &id)
{
    if (m_openId == id)
        return;
    goTo(id);
    Q_EMIT placeChanged();
}

void CustomerListPresenter::showPlace(const QString &place)
{
    if (m_openId != place)
        goTo(place);
}

void CustomerListPresenter::setDraft(const CustomerDraft &draft)
{
    if (m_draft == draft)
        return;
    m_draft = draft;
    showActions();
    Q_EMIT draftChanged();
}

void CustomerListPresenter::drop()
{
    forgetProblems();
    fillDraft(openCustomer());
    showActions();
    Q_EMIT draftChanged();
}

void CustomerListPresenter::forgetProblems()
{
    m_problem.reset();
    m_fieldProblems.clear();
}

void CustomerListPresenter::report(const Problem &problem)
{
    forgetProblems();
    for (const FieldProblem &field : problem.fields)
        m_fieldProblems.insert(field.field, field.message);
    if (m_fieldProblems.isEmpty())
        m_problem = problem;
    showActions();
    Q_EMIT draftChanged();
}

void CustomerListPresenter::perform(Doing doing, Done done)
{
    if (std::exchange(m_isWorking, true))
        return;
    forgetProblems();
    run(this, m_stop.get_token(), std::move(doing), std::move(done));
}

QCoro::Task<> CustomerListPresenter::run(Self self, std::stop_token stop, Doing doing, Done done)
{
    auto doingIt = doing(self->m_desk);
    const Result<Customer> customer = co_await doingIt;
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isWorking = false;
    if (!customer) {
        self->report(customer.error());
        co_return;
    }
    done(*self, *customer);
    Q_EMIT self->draftChanged();
    self->refresh();
}

void CustomerListPresenter::save()
{
    const Result<Customer> kept = checkedCustomer(drafted(m_before.value_or(Customer()), m_draft, m_seen));
    if (!kept) {
        report(kept.error());
        return;
    }
    if (m_openId != newId) {
        if (m_before && isDirty())
            change(*m_before, *kept, tr("%1 changed", "a customer").arg(m_before->name));
        return;
    }
    perform([made = *kept](ShopDesk &desk) { return desk.createCustomer(made); },
            [](CustomerListPresenter &self, const Customer &customer) {
                Q_EMIT self.saved();
                // Somebody else was opened meanwhile.
                if (self.m_openId != newId)
                    return;
                self.m_opened = customer;
                self.m_openId = customer.id.toString();
                self.fillDraft(customer);
                self.showOpen();
                Q_EMIT self.placeChanged();
            });
}

void CustomerListPresenter::change(const Customer &before, const Customer &after, const QString &said)
{
    perform([before, after](ShopDesk &desk) { return desk.editCustomer(before, after); },
            [before, after, said](CustomerListPresenter &self, const Customer &customer) {
                // Only for whom it was done: somebody else may be open by now.
                if (self.m_openId == customer.id.toString()) {
                    // Whether somebody is in use is no part of what is typed.
                    const CustomerDraft typed = self.m_draft;
                    const CustomerDraft seen = self.m_seen;
                    self.m_opened = customer;
                    self.fillDraft(customer);
                    if (customer.archived != before.archived)
                        self.m_draft = laidOver(self.m_seen, seen, typed);
                    self.showOpen();
                }
                Q_EMIT self.saved();
                self.m_notices.post(said, [&desk = self.m_desk, customer, back = takenBack(customer, before, after)] {
                    desk.editCustomer(customer, back).then([](const Result<Customer> &) {});
                });
            });
}

void CustomerListPresenter::setArchived(bool archived)
{
    const auto before = openCustomer();
    if (!before)
        return;
    Customer after = *before;
    after.archived = archived;
    const QString said = archived ? tr("%1 is archived") : tr("%1 is in use again");
    change(*before, after, said.arg(before->name));
}

} // namespace crema
