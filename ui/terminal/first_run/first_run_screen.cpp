// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/first_run/first_run_screen.h"

namespace crema::terminal {

using namespace Qt::StringLiterals;

FirstRunScreen::FirstRunScreen(Navigator &navigator, Clock &clock, MenuEnter enter, FirstRunPresenter &presenter)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_presenter(presenter)
{
    connect(&presenter, &FirstRunPresenter::stepChanged, this, &FirstRunScreen::arrive);
    connect(&presenter, &FirstRunPresenter::changed, this, [this] { this->navigator().redraw(); });
    arrive();
}

bool FirstRunScreen::isForm() const
{
    return !m_questions.isEmpty();
}

void FirstRunScreen::arrive()
{
    const FirstRunStep step = m_presenter.step();
    m_step = step;
    m_field.clear();
    if (step == FirstRunStep::Connect && m_questions.isEmpty()) {
        m_questions = {{u"address"_s, tr("Address"), {}}, {u"code"_s, tr("One-time code"), {}}};
    } else if (step == FirstRunStep::NewShop && m_questions.isEmpty()) {
        m_questions = {{u"business_name"_s, tr("Name of business"), {}},
                       {u"shop_name"_s, tr("Name of this place"), {}},
                       {u"country"_s, tr("Country, 2 letters"), m_presenter.proposedCountry()},
                       {u"currency"_s, tr("Currency, 3 letters"), {}},
                       {u"standard_rate"_s, tr("Standard tax, %"), {}},
                       {u"reduced_rate"_s, tr("Reduced tax, %"), {}},
                       {u"owner_name"_s, tr("Your name"), {}},
                       {u"email"_s, tr("Your e-mail"), {}},
                       {u"password"_s, tr("Password"), {}, true},
                       {u"pin"_s, tr("PIN (may be empty)"), {}, true}};
        proposeForCountry();
    } else if (step == FirstRunStep::Restore && m_questions.isEmpty()) {
        m_questions = {{u"file"_s, tr("File of the backup"), {}}};
    } else if (step == FirstRunStep::Choices) {
        m_questions.clear();
    }
    if (step != FirstRunStep::Working)
        m_question = 0;
    ask();
}

/// Goes to the first question that the presenter is not content with.
void FirstRunScreen::ask()
{
    for (qsizetype i = 0; i < m_questions.size(); ++i) {
        if (!m_presenter.fieldProblem(m_questions.at(i).name).isEmpty()) {
            m_question = i;
            break;
        }
    }
    navigator().redraw();
}

QString FirstRunScreen::answerOf(const QString &name) const
{
    for (const Question &question : m_questions) {
        if (question.name == name)
            return question.answer;
    }
    return {};
}

void FirstRunScreen::proposeForCountry()
{
    const QString code = answerOf(u"country"_s).toUpper();
    const QList<CountryChoice> countries = m_presenter.countries();
    for (const CountryChoice &country : countries) {
        if (country.code != code)
            continue;
        for (Question &question : m_questions) {
            if (question.name == u"currency")
                question.answer = country.currency;
            else if (question.name == u"standard_rate")
                question.answer = country.standardRate;
            else if (question.name == u"reduced_rate")
                question.answer = country.reducedRate;
        }
    }
}

QList<TextLine> FirstRunScreen::lines() const
{
    QList<TextLine> lines;
    if (const auto &problem = m_presenter.problem()) {
        lines.append({.left = problem->message, .style = Style::strong(), .maximumRows = 4});
        lines.append({.left = problem->hint, .maximumRows = 8});
    }
    if (m_step == FirstRunStep::Working) {
        for (const FirstRunTask &task : m_presenter.tasks()) {
            const QString mark = task.state == FirstRunTask::State::Done      ? tr("OK")
                                 : task.state == FirstRunTask::State::Running ? u".."_s
                                                                              : QString();
            lines.append({.left = task.text, .right = mark});
        }
        if (!m_presenter.patience().isEmpty())
            lines.append({.left = m_presenter.patience(), .maximumRows = 4});
    } else if (isForm()) {
        const QString problem = m_presenter.fieldProblem(m_questions.at(m_question).name);
        if (!problem.isEmpty() && !m_presenter.problem())
            lines.append({.left = problem, .style = Style::strong(), .maximumRows = 4});
        for (qsizetype i = 0; i < m_question; ++i) {
            const Question &question = m_questions.at(i);
            lines.append({.left = question.label,
                          .right = question.isSecret ? QString(question.answer.size(), u'*') : question.answer});
        }
        const Question &question = m_questions.at(m_question);
        if (problem.isEmpty() && !question.answer.isEmpty() && !question.isSecret)
            lines.append({.left = tr("Enter = %1").arg(question.answer)});
    } else if (m_step == FirstRunStep::Stuck) {
        lines.append({.left = tr("1 %1", "key and what it does").arg(m_presenter.primaryText())});
        lines.append({.left = tr("2 Back to the choices")});
    }
    return lines;
}

Page FirstRunScreen::page() const
{
    Page page{.title = m_presenter.title()};
    if (m_step == FirstRunStep::Choices) {
        page.body = [cards = m_presenter.cards()](const Layout &layout) {
            QList<MenuEntry> entries;
            for (const FirstRunCard &card : cards) {
                entries.append({QChar(u'1' + static_cast<int>(entries.size())),
                                layout.density == Density::Small ? card.shortTitle : card.title});
            }
            entries.append({u'0', tr("Quit")});
            return menu(entries, layout);
        };
    } else {
        page.body = [shown = lines()](const Layout &layout) { return textBlock(shown, layout); };
    }
    if (isForm() && m_step != FirstRunStep::Working && m_step != FirstRunStep::Stuck) {
        const Question &question = m_questions.at(m_question);
        LineEdit field = m_field;
        if (question.isSecret)
            field.setText(QString(m_field.text().size(), u'*'));
        page.progress = u"%1/%2"_s.arg(m_question + 1).arg(m_questions.size());
        page.prompt = Prompt{question.label, field};
    } else if (m_step != FirstRunStep::Working) {
        page.prompt = Prompt{{}, m_field};
    }
    return page;
}

QString FirstRunScreen::helpText() const
{
    if (m_step == FirstRunStep::Working)
        return tr("The till opens by itself. F3 stops it and leads back.");
    return isForm() ? tr("Type the answer and press Enter. Enter alone takes what is proposed.")
                    : tr("Press the number of what you want to do.");
}

LineEdit *FirstRunScreen::field()
{
    return m_step == FirstRunStep::Working ? nullptr : &m_field;
}

bool FirstRunScreen::key(const KeyEvent &event)
{
    const bool isMenu = m_step == FirstRunStep::Choices || m_step == FirstRunStep::Stuck;
    if (!isMenu || event.key != Key::Character || m_enter == MenuEnter::Required)
        return false;
    m_field.key(event);
    m_pause = m_clock.after(MenuScreen::pauseMs, [this] {
        if (!m_field.text().startsWith(u'.'))
            takeDigit(m_field.take());
    });
    return true;
}

void FirstRunScreen::takeDigit(const QString &digits)
{
    m_pause.reset();
    const int digit = digits.size() == 1 ? digits.front().digitValue() : -1;
    if (m_step == FirstRunStep::Stuck && digit == 1) {
        m_presenter.goOn();
    } else if (m_step == FirstRunStep::Stuck && digit == 2) {
        m_presenter.back();
    } else if (m_step == FirstRunStep::Choices && digit == 0) {
        navigator().quit();
    } else if (m_step == FirstRunStep::Choices && digit > 0 && digit <= m_presenter.cards().size()) {
        m_presenter.choose(m_presenter.cards().at(digit - 1).option);
        m_presenter.goOn();
    } else if (!digits.isEmpty()) {
        navigator().say(MessageKind::Warning, tr("%1 is not in this menu").arg(digits));
    }
    navigator().redraw();
}

void FirstRunScreen::submit(const QString &text)
{
    if (m_step == FirstRunStep::Working)
        return;
    if (m_step == FirstRunStep::Choices || m_step == FirstRunStep::Stuck) {
        takeDigit(text);
        return;
    }
    Question &question = m_questions[m_question];
    if (!text.isEmpty())
        question.answer = text;
    if (question.name == u"country")
        proposeForCountry();
    m_field.clear();
    if (m_question + 1 < m_questions.size()) {
        ++m_question;
        navigator().redraw();
        return;
    }
    sendForm();
}

void FirstRunScreen::sendForm()
{
    switch (m_step) {
    case FirstRunStep::Connect: m_presenter.connectTo(answerOf(u"address"_s), answerOf(u"code"_s)); break;
    case FirstRunStep::NewShop:
        m_presenter.setUpShop({answerOf(u"business_name"_s), answerOf(u"shop_name"_s), answerOf(u"country"_s).toUpper(),
                               answerOf(u"currency"_s).toUpper(), answerOf(u"standard_rate"_s),
                               answerOf(u"reduced_rate"_s), answerOf(u"owner_name"_s), answerOf(u"email"_s),
                               answerOf(u"password"_s), answerOf(u"pin"_s)});
        break;
    case FirstRunStep::Restore: m_presenter.restoreFrom(answerOf(u"file"_s)); break;
    default: break;
    }
    // Still at the form: something is missing.
    if (m_presenter.step() == m_step)
        ask();
}

bool FirstRunScreen::back()
{
    m_field.clear();
    m_pause.reset();
    if (m_step == FirstRunStep::Choices)
        return false;
    if (isForm() && m_step != FirstRunStep::Working && m_step != FirstRunStep::Stuck && m_question > 0) {
        --m_question;
        navigator().redraw();
        return true;
    }
    m_presenter.back();
    return true;
}

} // namespace crema::terminal
