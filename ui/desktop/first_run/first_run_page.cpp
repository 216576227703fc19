// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/first_run/first_run_page.h"

#include "ui/desktop/first_run/first_run_form.h"
#include "ui/desktop/first_run/option_card.h"
#include "ui/desktop/first_run/work_list.h"
#include "ui/desktop/theme/focus_ring.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/logo.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/first_run/first_run_presenter.h"
#include "ui/presenters/till/till_view.h"

#include <QFrame>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr int contentWidth = 640;
constexpr int ringReach = 4;
constexpr int narrowBelow = 1000;

} // namespace

FirstRunPage::FirstRunPage(const Theme &theme, FirstRunPresenter &presenter, Appearance &appearance,
                           const QList<LanguageChoice> &languages, const QString &language, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_logo(new Logo(theme, 52)),
      m_title(makeText(theme, u"firstRunTitle"_s, 28, QFont::DemiBold)),
      m_subtitle(makeText(theme, u"firstRunSubtitle"_s, 16, QFont::Normal, "muted")),
      m_problem(new MessageStrip(theme)), m_scroll(new QScrollArea), m_steps(new QStackedWidget),
      m_patience(makeText(theme, u"patience"_s, 14, QFont::Normal, "muted")),
      m_back(new TouchButton(theme, u"firstRunBack"_s)), m_primary(new TouchButton(theme, u"firstRunPrimary"_s))
{
    setObjectName(u"firstRunPage"_s);
    addSteps();
    auto *content = new QWidget;
    content->setObjectName(u"firstRunContent"_s);
    content->setMaximumWidth(theme.scaled(contentWidth) + 2 * ringReach);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 24);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_problem);
    column->addSpacing(12);
    column->addWidget(m_steps, 1);
    auto *centre = new QWidget;
    centre->setObjectName(u"firstRunCentre"_s);
    auto *middle = new QHBoxLayout(centre);
    middle->setContentsMargins(24, 0, 24, 0);
    middle->addStretch(1);
    middle->addWidget(content, 1000); // all it may have, before the sides get anything
    middle->addStretch(1);
    m_scroll->setObjectName(u"firstRunScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(centre);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_scroll, 1);
    page->addWidget(makeFoot(appearance, languages, language));
    m_problem->setAnswers({}, {});
    connect(&presenter, &FirstRunPresenter::changed, this, &FirstRunPage::follow);
    connect(&presenter, &FirstRunPresenter::stepChanged, this, &FirstRunPage::arrive);
    connect(&theme, &Theme::changed, this, &FirstRunPage::follow);
    new FocusRing(theme, this);
    follow();
    arrive();
}

QWidget *FirstRunPage::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(ringReach, 40, ringReach, 16);
    column->setSpacing(0);
    column->addWidget(m_logo);
    column->addSpacing(20);
    m_subtitle->setWordWrap(true);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_subtitle);
    return head;
}

QWidget *FirstRunPage::makeFoot(Appearance &appearance, const QList<LanguageChoice> &languages, const QString &language)
{
    auto *foot = new QFrame;
    foot->setObjectName(u"firstRunFoot"_s);
    foot->setProperty("role", u"bar"_s);
    m_look = new LookBar(m_theme, appearance, languages, language);
    for (TouchButton *button : {m_back, m_primary}) {
        button->setTextSize(16, QFont::DemiBold);
        button->setFixedHeight(qMax(48, m_theme.scaled(48)));
    }
    m_primary->setKind("primary");
    m_foot = new QBoxLayout(QBoxLayout::TopToBottom, foot); // until the width is known
    m_foot->setContentsMargins(28, 12, 32, 12);
    m_foot->setSpacing(12);
    m_foot->addWidget(m_look);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_primary);
    m_foot->addLayout(buttons, 1);
    connect(m_back, &QPushButton::clicked, &m_presenter, &FirstRunPresenter::back);
    connect(m_primary, &QPushButton::clicked, this, &FirstRunPage::press);
    return foot;
}

void FirstRunPage::addSteps()
{
    auto *choices = new QWidget;
    choices->setObjectName(u"firstRunChoices"_s);
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(ringReach, ringReach, ringReach, ringReach);
    column->setSpacing(12);
    for (const FirstRunCard &shown : m_presenter.cards()) {
        auto *card = new OptionCard(m_theme, shown);
        card->setChecked(shown.option == m_presenter.option());
        connect(card, &QRadioButton::toggled, this, [this, option = shown.option](bool on) {
            if (on)
                m_presenter.choose(option);
        });
        m_cards.append(card);
        column->addWidget(card);
    }
    column->addStretch(1);
    auto *working = new QWidget;
    auto *workColumn = new QVBoxLayout(working);
    workColumn->setContentsMargins(ringReach, 8, ringReach, ringReach);
    workColumn->setSpacing(16);
    workColumn->addWidget(new WorkList(m_theme, m_presenter));
    m_patience->setWordWrap(true);
    workColumn->addWidget(m_patience);
    workColumn->addStretch(1);
    for (QWidget *step : std::initializer_list<QWidget *>{choices, new ConnectForm(m_theme, m_presenter),
                                                          new NewShopForm(m_theme, m_presenter),
                                                          new RestoreForm(m_theme, m_presenter), working, new QWidget})
        m_steps->addWidget(step);
}

FirstRunForm *FirstRunPage::form() const
{
    return qobject_cast<FirstRunForm *>(m_steps->currentWidget());
}

void FirstRunPage::follow()
{
    m_title->setText(m_presenter.title());
    m_subtitle->setText(m_presenter.subtitle());
    m_steps->setCurrentIndex(static_cast<int>(m_presenter.step()));
    // Only the step in front asks for room, so that a short one does not scroll.
    for (int i = 0; i < m_steps->count(); ++i) {
        const bool isFront = i == m_steps->currentIndex();
        m_steps->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          isFront ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    // The longest form has its room.
    m_logo->setVisible(m_presenter.step() != FirstRunStep::NewShop);
    const std::optional<Problem> &problem = m_presenter.problem();
    m_problem->setVisible(problem.has_value());
    // What to do about it stands at the field then.
    const bool atField = form() && form()->showProblems();
    if (problem)
        m_problem->showMessage(Tone::Error, problem->message, atField ? QString() : problem->hint);
    m_patience->setText(m_presenter.patience());
    const auto draw = [](TouchButton &button, const QString &text) {
        button.setText(text);
        button.setAccessibleName(text);
        button.setVisible(!text.isEmpty());
        button.setMinimumWidth(button.sizeHint().width() + 16);
    };
    draw(*m_back, m_presenter.backText());
    draw(*m_primary, m_presenter.primaryText());
}

void FirstRunPage::arrive()
{
    m_scroll->ensureVisible(0, 0);
    if (FirstRunForm *shown = form())
        shown->focusFirst();
    else if (m_presenter.step() == FirstRunStep::Choices)
        m_cards.at(static_cast<int>(m_presenter.option()))->setFocus();
    else if (m_presenter.step() == FirstRunStep::Working)
        m_back->setFocus();
    else
        m_primary->setFocus();
}

void FirstRunPage::press()
{
    if (FirstRunForm *shown = form())
        shown->send();
    else
        m_presenter.goOn();
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < m_theme.scaled(narrowBelow);
    m_foot->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void FirstRunPage::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        m_presenter.back();
    else if (auto *button = qobject_cast<QPushButton *>(focusWidget()); isEnter && button)
        button->click();
    else if (isEnter && !form() && m_primary->isVisible()) // a form does it by itself
        press();
    else
        QWidget::keyPressEvent(event);
}

} // namespace crema::desktop
