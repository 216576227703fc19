// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/customers/customer_screen.h"

#include "ui/terminal/application/erase_questions.h"
#include "ui/terminal/customers/merge_screen.h"
#include "ui/terminal/widgets/text_block.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace crema::terminal {

namespace {

/// The lines of a customer, in the order in which they stand.
constexpr std::array fields{&CustomerDraft::name,  &CustomerDraft::phone, &CustomerDraft::email, &CustomerDraft::taxId,
                            &CustomerDraft::notes, &CustomerDraft::card,  &CustomerDraft::group};

constexpr qsizetype groupRow = 6; ///< of `fields`

/// No action of the presenter: the prompt asks for it.
constexpr QStringView pointsStep = u"points";
/// Nor this: a question asks for it.
constexpr QStringView priceListStep = u"price_list";
/// Nor this: a question asks whether they are taken apart.
constexpr QStringView mergedStep = u"merged";

QString listName(const CustomerDetail &detail, const QString &id)
{
    const auto found = std::ranges::find(detail.priceLists, id, &PriceListChoice::id);
    return found == detail.priceLists.end() ? QStringLiteral("-") : found->name;
}

} // namespace

CustomerScreen::CustomerScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerListPresenter &customers,
                               MakeHistory makeHistory)
    : ListScreen(navigator, clock, enter), m_customers(customers), m_makeHistory(std::move(makeHistory))
{
    connect(&m_customers, &CustomerListPresenter::detailChanged, this, &CustomerScreen::refresh);
    connect(&m_customers, &CustomerListPresenter::draftChanged, this, [this] {
        refresh();
        showProblem();
    });
    connect(&m_customers, &CustomerListPresenter::saved, this,
            [this] { this->navigator().say(MessageKind::Ok, tr("Saved")); });
    connect(&m_customers, &CustomerListPresenter::erased, this,
            [this] { this->navigator().say(MessageKind::Ok, tr("Erased")); });
    connect(&m_customers, &CustomerListPresenter::pointsAdjusted, this,
            [this](const QString &says) { this->navigator().say(MessageKind::Ok, says); });
    connect(&m_customers, &CustomerListPresenter::exported, this,
            [this](const QString &says) { this->navigator().say(MessageKind::Ok, says); });
    connect(&m_customers, &CustomerListPresenter::eraseWanted, this, &CustomerScreen::askToErase);
    connect(&m_customers, &CustomerListPresenter::exportWanted, this, &CustomerScreen::writeCopy);
    connect(&m_customers, &CustomerListPresenter::mergeWanted, this, &CustomerScreen::askToMerge);
    connect(&m_customers.merging(), &CustomerMergePresenter::parted, this,
            [this](CustomerId, const QString &says) { this->navigator().say(MessageKind::Ok, says); });
    refresh();
}

void CustomerScreen::showProblem()
{
    QString told;
    for (const char *field : {"name", "phone", "email", "tax_id", "notes", "card", "group", "points", "reason"}) {
        if (told.isEmpty())
            told = m_customers.fieldProblem(QString::fromLatin1(field));
    }
    if (told.isEmpty() && m_customers.problem())
        told = m_customers.problem()->message;
    if (told == m_said)
        return;
    m_said = told;
    if (!told.isEmpty())
        navigator().say(MessageKind::Error, told);
}

void CustomerScreen::refresh()
{
    QList<ListItem> items;
    if (!m_customers.detail() && (m_asked || m_pointsAsked)) {
        m_asked.reset();
        m_pointsAsked.reset();
        m_field.clear();
    }
    if (m_customers.detail()) {
        const CustomerDraft &draft = m_customers.draft();
        const CustomerDetail &detail = *m_customers.detail();
        const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("-") : text; };
        items = {{tr("Name"), orNone(draft.name)},
                 {tr("Phone"), orNone(draft.phone)},
                 {tr("E-mail"), orNone(draft.email)},
                 {tr("Tax number"), orNone(draft.taxId)},
                 {tr("Notes"), orNone(draft.notes.simplified())},
                 {tr("Card", "of a customer"), orNone(draft.card)},
                 {tr("Group", "of customers"), orNone(draft.group)},
                 {tr("E-mail offers"), draft.consent ? consentStateName(*draft.consent) : QStringLiteral("-")}};
        m_steps.clear();
        items.append({tr("Price list"), listName(detail, draft.priceList)});
        m_steps.append(priceListStep);
        if (!detail.pointsText.isEmpty()) {
            items.append({tr("Points"), detail.pointsText});
            m_steps.append(pointsStep);
        }
        if (!detail.isNew && detail.lockedText.isEmpty()) {
            items.append({detail.isArchived ? tr("Use again") : tr("Archive"), {}});
            m_steps.append(detail.isArchived ? u"customers.restore" : u"customers.archive");
        }
        if (!detail.isNew && detail.lockedText.isEmpty()) {
            items.append({tr("Merge a duplicate"), {}});
            m_steps.append(u"customers.merge");
        }
        m_firstMerged = m_steps.size();
        for (const MergedCustomer &merged : detail.merged) {
            items.append({tr("Merged: %1", "a customer").arg(merged.name),
                          merged.leftText.isEmpty() ? merged.aboutText : merged.leftText});
            m_steps.append(mergedStep);
        }
        if (!detail.isNew) {
            items.append({tr("Save a copy"), {}});
            m_steps.append(u"customers.export");
        }
        if (!detail.isNew && !detail.isErased) {
            items.append({tr("Erase"), {}});
            m_steps.append(u"customers.erase");
        }
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

Page CustomerScreen::page() const
{
    const std::optional<CustomerDetail> &detail = m_customers.detail();
    Page page{.title = !detail         ? tr("CUSTOMER")
                       : detail->isNew ? tr("NEW CUSTOMER")
                                       : detail->row.name,
              .progress = m_customers.isDirty() ? QStringLiteral("*") : QString()};
    page.body = [this](const Layout &layout) {
        if (!m_customers.detail())
            return textBlock({{.left = tr("This customer is not known here any more."), .maximumRows = 4}}, layout);
        return m_list.layout(layout);
    };
    if (m_pointsAsked)
        page.prompt = Prompt{m_pointsAsked->isEmpty() ? tr("Add, or -50") : tr("Why"), m_field};
    else
        page.prompt = Prompt{m_asked  ? m_list.items().at(*m_asked).text
                             : detail ? tr("Choose 1-9")
                                      : QString(),
                             m_field};
    return page;
}

QList<TerminalAction> CustomerScreen::actions()
{
    QList<TerminalAction> actions;
    if (!m_asked && m_customers.actions().find(u"customers.save")->isEnabled()) {
        actions.append({Verb::Done, tr("save"), tr("Save the customer"), [this] {
                            m_said.clear();
                            m_customers.save();
                        }});
    }
    if (!m_asked && !m_pointsAsked && m_customers.detail() && !m_customers.detail()->isNew) {
        actions.append({Verb::Details, tr("his", "history, very short"), tr("History"),
                        [this] { navigator().open(m_makeHistory()); }});
    }
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString CustomerScreen::helpText() const
{
    return tr("Press the number of what you want to change. F4 saves it. F9 shows what the "
              "customer bought.");
}

bool CustomerScreen::key(const KeyEvent &event)
{
    return !m_asked && !m_pointsAsked && ListScreen::key(event);
}

void CustomerScreen::submit(const QString &text)
{
    if (m_pointsAsked) {
        takePoints(text);
        return;
    }
    if (!m_asked) {
        ListScreen::submit(text);
        return;
    }
    CustomerDraft draft = m_customers.draft();
    draft.*fields.at(static_cast<std::size_t>(*m_asked)) = text;
    ask(std::nullopt);
    m_customers.setDraft(draft);
}

bool CustomerScreen::back()
{
    if (std::exchange(m_pointsAsked, std::nullopt)) {
        m_field.clear();
        refresh();
        return true;
    }
    if (!m_asked)
        return false;
    ask(std::nullopt);
    return true;
}

void CustomerScreen::takePoints(const QString &text)
{
    m_field.clear();
    if (m_pointsAsked->isEmpty()) {
        m_pointsAsked = text.isEmpty() ? std::nullopt : std::optional(text);
    } else {
        m_said.clear();
        m_customers.adjustPoints(*m_pointsAsked, text);
        m_pointsAsked.reset();
    }
    refresh();
}

void CustomerScreen::ask(std::optional<qsizetype> line)
{
    stopWaiting();
    m_asked = line;
    m_field.clear();
    if (line)
        m_field.setText(m_customers.draft().*fields.at(static_cast<std::size_t>(*line)));
    refresh();
}

void CustomerScreen::openRow(qsizetype row)
{
    m_field.clear();
    const std::optional<CustomerDetail> &detail = m_customers.detail();
    if (!detail || row >= m_list.items().size())
        return;
    const auto consent = static_cast<qsizetype>(fields.size());
    const qsizetype step = row - consent - 1;
    const bool isPrice = row == groupRow || (step >= 0 && m_steps.at(step) == priceListStep);
    if (isPrice && detail->lockedText.isEmpty() && !detail->pricesLockedText.isEmpty())
        navigator().say(MessageKind::Warning, detail->pricesLockedText);
    else if (step >= 0 && m_steps.at(step) == priceListStep && detail->lockedText.isEmpty())
        askForPriceList();
    else if (step >= 0 && m_steps.at(step) == mergedStep &&
             !m_customers.actions().find(u"customers.merge")->isEnabled())
        navigator().say(MessageKind::Warning, m_customers.actions().find(u"customers.merge")->disabledReason());
    else if (step >= 0 && m_steps.at(step) == mergedStep)
        askToPart(detail->merged.at(step - m_firstMerged));
    else if (step >= 0)
        take(m_steps.at(step));
    else if (!detail->lockedText.isEmpty())
        navigator().say(MessageKind::Warning, detail->lockedText);
    else if (row == consent)
        askForConsent();
    else
        ask(row);
}

void CustomerScreen::askForPriceList()
{
    QList<MenuChoice> choices;
    const auto add = [&](const QString &text, const QString &id) {
        choices.append({{QChar(u'1' + static_cast<char16_t>(choices.size())), text}, [this, id] {
                            navigator().closeTop();
                            CustomerDraft draft = m_customers.draft();
                            draft.priceList = id;
                            m_customers.setDraft(draft);
                        }});
    };
    add(tr("None", "a price list"), {});
    // As many as there are digits; the window and "crema customer edit" know all.
    for (const PriceListChoice &list :
         m_customers.detail()->priceLists.first(std::min<qsizetype>(m_customers.detail()->priceLists.size(), 8)))
        add(list.name, list.id);
    openQuestion(tr("PRICE LIST"), {}, std::move(choices), tr("Press the number of the price list that is theirs."));
}

void CustomerScreen::askForConsent()
{
    QList<MenuChoice> choices;
    QChar digit = u'1';
    for (const ConsentState state : {ConsentState::Given, ConsentState::Withdrawn}) {
        choices.append({{digit, consentStateName(state)}, [this, state] { askHowConsented(state); }});
        digit = QChar(digit.unicode() + 1);
    }
    choices.append({{digit, tr("Did not say", "a customer, of offers by e-mail")},
                    [this] { setConsent(std::nullopt, ConsentSource::InPerson); }});
    const QString now = m_customers.detail() ? m_customers.detail()->consentText : QString();
    openQuestion(tr("E-MAIL OFFERS"), {{.left = now, .maximumRows = 3}}, std::move(choices),
                 tr("Press the number of what the customer said."));
}

void CustomerScreen::askHowConsented(ConsentState state)
{
    navigator().closeTop();
    QList<MenuChoice> choices;
    QChar digit = u'1';
    for (const ConsentSource source : allConsentSources) {
        choices.append({{digit, consentSourceName(source)}, [this, state, source] { setConsent(state, source); }});
        digit = QChar(digit.unicode() + 1);
    }
    openQuestion(tr("E-MAIL OFFERS"), {{.left = consentStateName(state), .style = Style::strong()}}, std::move(choices),
                 tr("Press the number of how they said so."));
}

void CustomerScreen::setConsent(std::optional<ConsentState> state, ConsentSource source)
{
    navigator().closeTop();
    if (!m_customers.detail() || !m_customers.detail()->lockedText.isEmpty())
        return;
    CustomerDraft draft = m_customers.draft();
    draft.consent = state;
    draft.consentSource = source;
    m_customers.setDraft(draft);
}

void CustomerScreen::take(QStringView action)
{
    m_said.clear();
    if (action == pointsStep) {
        stopWaiting();
        m_pointsAsked = QString();
        refresh();
        return;
    }
    Action &declared = *m_customers.actions().find(action);
    if (!declared.trigger())
        navigator().say(MessageKind::Warning, declared.disabledReason());
}

void CustomerScreen::askToPart(const MergedCustomer &merged)
{
    QList<MenuChoice> choices;
    const auto add = [&](const QString &text, std::function<void()> choose) {
        choices.append({{QChar(u'1' + static_cast<char16_t>(choices.size())), text}, std::move(choose)});
    };
    if (!merged.leftText.isEmpty()) {
        add(tr("Take over %1", "points and store credit").arg(merged.leftText), [this, id = merged.id] {
            navigator().closeTop();
            m_customers.merging().takeOver(id, m_customers.openId());
        });
    }
    add(tr("Take apart"), [this, id = merged.id] {
        navigator().closeTop();
        m_customers.merging().unmerge(id);
    });
    add(tr("Keep as one"), [this] { navigator().closeTop(); });
    openQuestion(tr("MERGED CUSTOMER"),
                 {{.left = merged.name, .style = Style::strong()}, {.left = merged.aboutText, .maximumRows = 3}},
                 std::move(choices), tr("Press the number of what becomes of them."));
}

void CustomerScreen::askToMerge(const QString &id)
{
    m_customers.merging().begin(id);
    navigator().open(std::make_unique<MergeScreen>(navigator(), clock(), enter(), m_customers.merging()));
}

void CustomerScreen::askToErase()
{
    const auto question = [this, id = m_customers.openId()] {
        return m_customers.openId() == id ? m_customers.eraseQuestion() : std::nullopt;
    };
    openEraseQuestions(navigator(), clock(), enter(),
                       {tr("ERASE CUSTOMER"), tr("Keep the customer"),
                        tr("Press the number of the reason. F3 keeps the customer."),
                        tr("Press 2 to erase the customer for good."), question,
                        [this](EraseReason reason) { m_customers.erase(reason); }});
}

void CustomerScreen::openQuestion(const QString &title, const QList<TextLine> &lines, QList<MenuChoice> choices,
                                  const QString &help)
{
    auto screen = std::make_unique<MenuScreen>(navigator(), clock(), enter(), title, std::move(choices));
    screen->setText(lines);
    screen->setHelpText(help);
    navigator().open(std::move(screen));
}

void CustomerScreen::writeCopy()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    folder.mkpath(QStringLiteral("."));
    m_customers.exportTo(folder.filePath(m_customers.exportName()));
}

} // namespace crema::terminal
