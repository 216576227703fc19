// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/attention_presenter.h"

namespace crema {

namespace {

constexpr int mostItems = 500;

} // namespace

AttentionPresenter::AttentionPresenter(ShopDesk &desk, Clock &clock, Notices &notices, const QLocale &locale,
                                       QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_notices(notices), m_locale(locale)
{
    declareActions();
    refreshActions();
    connect(&m_desk, &TillDesk::changed, this, &AttentionPresenter::followDesk);
}

AttentionPresenter::~AttentionPresenter()
{
    m_stop.request_stop();
}

void AttentionPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, auto run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), ActionCategory::Record, {}, {}}, run);
    };
    add("attention.save", tr("Save what is chosen"), "check", [this] { save(); });
    add("attention.mine", tr("Keep mine"), "user", [this] { keepAll(Keep::Mine); });
    add("attention.theirs", tr("Keep theirs"), "cloud", [this] { keepAll(Keep::Theirs); });
    add("attention.retry", tr("Try again"), "sync", [this] { retry(); });
    add("attention.aside", tr("Set aside"), "folder", [this] { setAside(); });
}

void AttentionPresenter::followDesk()
{
    if (!m_id.isNull())
        read(this, m_stop.get_token());
}

void AttentionPresenter::open(const QString &card)
{
    const auto id = CardId::fromString(card);
    if (!id)
        return;
    m_id = *id;
    m_wasShown = false;
    m_choices.clear();
    m_errors.clear();
    m_problem.reset();
    read(this, m_stop.get_token());
}

void AttentionPresenter::close()
{
    m_id = {};
    m_choices.clear();
    m_problem.reset();
    show();
}

void AttentionPresenter::step(int by)
{
    const qsizetype next = m_index + by;
    if (!m_id.isNull() && next >= 0 && next < m_items.size())
        open(m_items.at(next).id.toString());
}

QCoro::Task<> AttentionPresenter::read(Self self, std::stop_token stop)
{
    const Result<QList<TaxClass>> taxClasses = co_await self->m_desk.taxClasses();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<OwnRole>> roles = co_await self->m_desk.roles();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<sync::AttentionList> list = co_await self->m_desk.attention(mostItems);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_taxClasses = taxClasses.value_or(QList<TaxClass>());
    self->m_roles = roles.value_or(QList<OwnRole>());
    if (list)
        self->m_items = list->items;
    else
        self->m_problem = list.error();
    self->show();
}

const sync::AttentionItem *AttentionPresenter::item() const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [this](const sync::AttentionItem &other) { return other.id == m_id; });
    return m_id.isNull() || found == m_items.end() ? nullptr : &*found;
}

const QList<sync::AttentionField> &AttentionPresenter::fieldsOf(const sync::AttentionItem &item) const
{
    return item.outcome == Outcome::Conflict ? item.fields : item.retryFields;
}

FieldTexts AttentionPresenter::texts() const
{
    return {m_locale, m_desk.state().currency(), m_taxClasses, m_roles};
}

QString AttentionPresenter::place(const sync::AttentionItem &item) const
{
    return item.isOwn ? tr("this device") : tr("another device");
}

CardFieldView AttentionPresenter::viewOf(const sync::AttentionItem &item, const sync::AttentionField &field,
                                         const Choice &choice) const
{
    const FieldTexts words = texts();
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    CardFieldView view;
    view.field = field.field;
    view.label = fieldLabel(field.field);
    const auto shown = [&](const FieldValue &value) {
        return field.isHidden ? tr("not for you to see", "a value") : words.shown(field.field, value);
    };
    view.baseText = shown(field.base);
    view.mineText = shown(field.mine);
    view.theirsText = shown(field.theirs);
    if (field.origin) {
        view.theirsBy =
            madeBy(field.origin->personName, field.locationName, times.relative(field.origin->at, m_clock.now()));
    }
    view.keep = choice.keep;
    view.mayType = !field.isHidden && FieldTexts::isTyped(fieldKind(field.field));
    const bool isConflict = item.outcome == Outcome::Conflict;
    view.typedText = choice.wasTyped ? choice.typed : isConflict ? QString() : words.typed(field.mine);
    view.errorText = m_errors.value(field.field);
    if (choice.keep == Keep::Typed) {
        const auto typed = words.read(fieldKind(field.field), choice.typed, field.theirs);
        view.resultText = typed ? words.shown(field.field, *typed) : choice.typed;
    } else {
        view.resultText = choice.keep == Keep::Mine ? view.mineText : view.theirsText;
    }
    return view;
}

void AttentionPresenter::show()
{
    std::optional<CardView> view;
    if (const sync::AttentionItem *open = item()) {
        m_wasShown = true;
        const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
        const Problem why = attentionProblem(*open);
        view.emplace();
        view->id = open->id.toString();
        view->title = attentionTitle(*open);
        view->sentence = why.message;
        view->hintText = why.hint;
        view->mineBy = madeBy(open->personName, place(*open), times.relative(open->at, m_clock.now()));
        view->isConflict = open->outcome == Outcome::Conflict;
        for (const sync::AttentionField &field : fieldsOf(*open))
            view->fields.append(viewOf(*open, field, m_choices.value(field.field)));
        view->canRetry = open->canRetry;
        view->isLetter = open->outcome == Outcome::DeadLetter && open->isOwn;
        if (!open->isDecidable())
            view->disabledReason = tr("You may not decide about this. Ask somebody who may edit it.");
        view->address = attentionAddress(*open);
        m_index = open - m_items.constData();
        view->placeText = tr("%1 of %2").arg(m_index + 1).arg(m_items.size());
    } else if (m_wasShown && !m_id.isNull() && !m_items.isEmpty()) {
        // Somebody else has settled it, or it was decided here: the next one comes.
        m_id = m_items.at(std::min(m_index, m_items.size() - 1)).id;
        m_choices.clear();
        m_errors.clear();
        show();
        return;
    } else {
        m_id = {};
    }
    m_card = view;
    refreshActions();
    Q_EMIT changed();
}

void AttentionPresenter::refreshActions()
{
    const bool isOpen = m_card.has_value();
    const QString closed = !isOpen ? tr("Open something that needs attention first.") : m_card->disabledReason;
    const QString conflict = isOpen && !m_card->isConflict ? tr("This was not changed in two places.") : closed;
    const QString typed = m_errors.isEmpty() ? QString() : tr("Correct the value that cannot stand first.");
    m_actions.find(u"attention.save")->setDisabledReason(conflict.isEmpty() ? typed : conflict);
    m_actions.find(u"attention.mine")->setDisabledReason(conflict);
    m_actions.find(u"attention.theirs")->setDisabledReason(conflict);
    const bool mayRetry = isOpen && m_card->canRetry;
    const QString again = !isOpen || mayRetry ? closed : tr("This cannot be done again as it was.");
    m_actions.find(u"attention.retry")->setDisabledReason(again.isEmpty() ? typed : again);
    m_actions.find(u"attention.aside")
        ->setDisabledReason(isOpen && m_card->isConflict ? tr("Keep theirs instead.") : closed);
}

void AttentionPresenter::choose(int field, Keep keep)
{
    const sync::AttentionItem *open = item();
    if (!open || field < 0 || field >= fieldsOf(*open).size())
        return;
    const QString name = fieldsOf(*open).at(field).field;
    m_choices[name].keep = keep;
    m_errors.remove(name);
    show();
}

void AttentionPresenter::type(int field, const QString &text)
{
    const sync::AttentionItem *open = item();
    if (!open || field < 0 || field >= fieldsOf(*open).size())
        return;
    const sync::AttentionField &about = fieldsOf(*open).at(field);
    m_choices[about.field] = {Keep::Typed, text, true};
    const auto typed = texts().read(fieldKind(about.field), text, about.theirs);
    if (typed)
        m_errors.remove(about.field);
    else
        m_errors.insert(about.field, typed.error().message);
    show();
}

void AttentionPresenter::keepAll(Keep keep)
{
    const sync::AttentionItem *open = item();
    if (!open || open->outcome != Outcome::Conflict)
        return;
    for (const sync::AttentionField &field : open->fields)
        m_choices[field.field].keep = keep;
    m_errors.clear();
    save();
}

void AttentionPresenter::save()
{
    const sync::AttentionItem *open = item();
    if (!open || open->outcome != Outcome::Conflict || !m_errors.isEmpty())
        return;
    sync::CardAnswer answer;
    for (const sync::AttentionField &field : open->fields) {
        const Choice choice = m_choices.value(field.field);
        const auto typed = texts().read(fieldKind(field.field), choice.typed, field.theirs);
        answer.fields.insert(field.field, {choice.keep, typed.value_or(FieldValue())});
    }
    answerWith(answer);
}

void AttentionPresenter::retry()
{
    const sync::AttentionItem *open = item();
    if (!open || !open->canRetry || !m_errors.isEmpty())
        return;
    sync::CardAnswer answer{Decision::Retry, {}};
    for (const sync::AttentionField &field : open->retryFields) {
        const Choice choice = m_choices.value(field.field);
        const auto typed = texts().read(fieldKind(field.field), choice.typed, field.mine);
        if (choice.wasTyped && typed)
            answer.fields.insert(field.field, {Keep::Typed, *typed});
    }
    answerWith(answer);
}

void AttentionPresenter::setAside()
{
    const sync::AttentionItem *open = item();
    if (open && open->outcome != Outcome::Conflict)
        answerWith({Decision::SetAside, {}});
}

void AttentionPresenter::answerWith(const sync::CardAnswer &answer)
{
    const sync::AttentionItem *open = item();
    if (m_isDeciding || !open || !open->isDecidable())
        return;
    m_isDeciding = true;
    m_problem.reset();
    decide(this, m_stop.get_token(), open->id, answer);
}

QCoro::Task<> AttentionPresenter::decide(Self self, std::stop_token stop, CardId card, sync::CardAnswer answer)
{
    const sync::AttentionItem decidedAbout = *self->item();
    const Result<void> decided = co_await self->m_desk.resolve(card, answer);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isDeciding = false;
    if (!decided) {
        self->m_problem = decided.error();
        for (const FieldProblem &field : decided.error().fields)
            self->m_errors.insert(field.field, field.message);
        self->show();
        co_return;
    }
    self->note(decidedAbout, answer);
    self->m_choices.clear();
    self->m_errors.clear();
    read(self, stop);
}

void AttentionPresenter::note(const sync::AttentionItem &item, const sync::CardAnswer &answer)
{
    // What was done again took effect; it is changed at its own place.
    if (answer.decision == Decision::Retry)
        return;
    const sync::CardAnswer back{Decision::Reopen, answer.fields};
    m_notices.post(tr("Decided: %1", "what was done").arg(attentionTitle(item)),
                   [self = Self(this), id = item.id, back] {
                       if (self)
                           takeBack(self, self->m_stop.get_token(), id, back);
                   });
}

QCoro::Task<> AttentionPresenter::takeBack(Self self, std::stop_token stop, CardId card, sync::CardAnswer back)
{
    const Result<void> reopened = co_await self->m_desk.resolve(card, back);
    if (stop.stop_requested() || !self)
        co_return;
    if (!reopened)
        self->m_problem = reopened.error();
    self->followDesk();
}

} // namespace crema
