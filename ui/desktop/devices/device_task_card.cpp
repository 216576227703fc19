// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/devices/device_task_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/devices/device_task_presenter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {
namespace {

constexpr int widest = 720;
constexpr int codePx = 40;

} // namespace

DeviceTaskCard::DeviceTaskCard(const Theme &theme, DeviceTaskPresenter &task, About about, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_task(task), m_about(about), m_card(new Card(theme, named("TaskCard"), {})),
      m_message(new MessageStrip(theme)), m_steps(new QWidget), m_place(new ChoiceBox(theme)),
      m_makeCode(button(named("MakeCode"), tr("Make a code"))), m_codeTitle(words(named("CodeTitle"))),
      m_code(makeText(theme, named("Code"), codePx, QFont::DemiBold)), m_codeUntil(words(named("CodeUntil"))),
      m_codeHow(words(named("CodeHow"))), m_codeCommand(words(named("CodeCommand"), "muted")),
      m_copy(button(named("CodeCopy"), tr("Copy the code"))), m_codeDone(button(named("CodeDone"), tr("Done"))),
      m_name(new QLineEdit), m_nameField(new FormField(theme, named("NameField"), tr("Name"), m_name)),
      m_saveName(button(named("SaveName"), tr("Save"))), m_meaning(words(named("OutMeaning"))),
      m_warning(words(named("OutWarning"), "warning")), m_reason(new ChoiceBox(theme)),
      m_shutOut(button(named("ShutOut"), tr("Shut out"))), m_keep(button(named("Keep"), tr("Cancel"))),
      m_moveMeaning(words(named("MoveMeaning"))), m_target(new ChoiceBox(theme)), m_register(new QLineEdit),
      m_registerField(new FormField(theme, named("RegisterField"), tr("Register"), m_register)),
      m_move(button(named("Move"), tr("Move")))
{
    setObjectName(named("Task"));
    build();
    connect(&task, &DeviceTaskPresenter::changed, this, &DeviceTaskCard::showTask);
    showTask();
}

QString DeviceTaskCard::named(const char *part) const
{
    return QLatin1StringView(m_about == About::NewDevice ? "newDevice" : "openDevice") + QLatin1StringView(part);
}

TouchButton *DeviceTaskCard::button(const QString &name, const QString &text) const
{
    auto *made = new TouchButton(m_theme, name);
    made->setText(text);
    made->setMinimumHeight(m_theme.controlHeight());
    return made;
}

QLabel *DeviceTaskCard::words(const QString &name, const char *tone) const
{
    QLabel *label = makeText(m_theme, name, 14, QFont::Normal, tone);
    label->setWordWrap(true);
    return label;
}

QWidget *DeviceTaskCard::page(const QList<QWidget *> &rows, const QList<TouchButton *> &buttons) const
{
    auto *made = new QWidget;
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QWidget *row : rows)
        column->addWidget(row);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(8);
    for (TouchButton *each : buttons)
        line->addWidget(each);
    line->addStretch(1);
    column->addLayout(line);
    column->addStretch(1);
    return made;
}

QWidget *DeviceTaskCard::buildPlace()
{
    TouchButton *cancel = button(named("AddCancel"), tr("Cancel"));
    m_makeCode->setKind("primary");
    connect(cancel, &QPushButton::clicked, &m_task, &DeviceTaskPresenter::close);
    connect(m_makeCode, &QPushButton::clicked, this, [this] {
        const int chosen = m_place->currentIndex();
        if (chosen >= 0 && chosen < m_task.places().size())
            m_task.choosePlace(m_task.places().at(chosen).id);
    });
    auto *field = new FormField(m_theme, named("PlaceField"), tr("Where the new device works"), m_place);
    return page({field}, {m_makeCode, cancel});
}

QWidget *DeviceTaskCard::buildCode()
{
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_codeCommand->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setAccessibleName(tr("One-time code"));
    connect(m_codeDone, &QPushButton::clicked, &m_task, &DeviceTaskPresenter::close);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_task.code().code);
        m_copy->setText(tr("Copied"));
    });
    return page({m_codeTitle, m_code, m_codeUntil, m_codeHow, m_codeCommand}, {m_copy, m_codeDone});
}

QWidget *DeviceTaskCard::buildName()
{
    TouchButton *cancel = button(named("NameCancel"), tr("Cancel"));
    m_saveName->setKind("primary");
    m_name->setMaxLength(longestDeviceName);
    connect(cancel, &QPushButton::clicked, &m_task, &DeviceTaskPresenter::close);
    connect(m_saveName, &QPushButton::clicked, this, &DeviceTaskCard::saveName);
    connect(m_name, &QLineEdit::returnPressed, this, &DeviceTaskCard::saveName, Qt::QueuedConnection);
    return page({m_nameField}, {m_saveName, cancel});
}

QWidget *DeviceTaskCard::buildQuestion()
{
    connect(m_keep, &QPushButton::clicked, &m_task, &DeviceTaskPresenter::close);
    connect(m_shutOut, &QPushButton::clicked, this, [this] {
        const int chosen = m_reason->currentIndex();
        if (chosen >= 0)
            m_task.shutOut(allShutOutReasons.at(static_cast<std::size_t>(chosen)));
    });
    auto *field = new FormField(m_theme, named("ReasonField"), tr("Why"), m_reason);
    return page({m_meaning, m_warning, field}, {m_shutOut, m_keep});
}

QWidget *DeviceTaskCard::buildMove()
{
    constexpr int longestCode = 8;
    TouchButton *cancel = button(named("MoveCancel"), tr("Cancel"));
    m_move->setKind("primary");
    m_register->setMaxLength(longestCode);
    m_register->setPlaceholderText(tr("The first that is free"));
    connect(cancel, &QPushButton::clicked, &m_task, &DeviceTaskPresenter::close);
    connect(m_move, &QPushButton::clicked, this, [this] {
        const int chosen = m_target->currentIndex();
        if (chosen >= 0 && chosen < m_task.places().size())
            m_task.move(m_task.places().at(chosen).id, m_register->text());
    });
    auto *field = new FormField(m_theme, named("TargetField"), tr("Location"), m_target);
    return page({m_moveMeaning, field, m_registerField}, {m_move, cancel});
}

void DeviceTaskCard::showMove()
{
    m_card->setTitle(tr("Move the device"));
    m_moveMeaning->setText(m_task.moveText());
    if (!m_task.isBusy() && m_shownStep == 0 && !m_task.problem()) {
        m_target->clear();
        for (const PlaceChoice &place : m_task.places())
            m_target->addItem(place.name);
        m_register->clear();
    }
}

void DeviceTaskCard::build()
{
    // Not stacked: the card is as high as the step that is shown.
    auto *steps = new QVBoxLayout(m_steps);
    steps->setContentsMargins(0, 0, 0, 0);
    m_pages = {buildPlace(), buildCode(), buildName(), buildQuestion(), buildMove()};
    for (QWidget *step : std::as_const(m_pages))
        steps->addWidget(step);
    m_message->setAnswers({}, {});
    m_card->setMaximumWidth(m_theme.scaled(widest));
    m_card->addRow(m_steps);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_message);
    // Beside a stretch, its lines are counted at the width that it has, not at that of the page.
    auto *row = new QHBoxLayout;
    row->addWidget(m_card, 1);
    row->addStretch(0);
    column->addLayout(row);
}

void DeviceTaskCard::saveName()
{
    m_task.saveName(m_name->text());
}

void DeviceTaskCard::showTask()
{
    const bool isMine = m_task.device().has_value() == (m_about == About::OpenDevice);
    const bool isAsking = isMine && m_task.step() != DeviceStep::None;
    const bool isLeft = !isAsking && m_card->isVisible();
    m_card->setVisible(isAsking);
    Q_EMIT asking(isAsking);
    showProblem();
    setVisible(isAsking || !m_message->isHidden());
    if (isLeft)
        Q_EMIT left();
    if (!isAsking) {
        m_shownStep = 0;
        return;
    }
    showStep();
    m_steps->setEnabled(!m_task.isBusy());
    const int step = static_cast<int>(m_task.step());
    const bool isNew = std::exchange(m_shownStep, m_task.isBusy() ? 0 : step) != step;
    if (isNew && !m_task.isBusy())
        focusStep();
}

void DeviceTaskCard::showProblem()
{
    const bool isMine = m_task.device().has_value() == (m_about == About::OpenDevice);
    const std::optional<Problem> &problem = m_task.problem();
    const bool isOfName = problem && m_task.step() == DeviceStep::Rename && !problem->fields.isEmpty();
    m_nameField->setProblem(isOfName ? problem->message : QString());
    const bool isOfRegister = problem && m_task.step() == DeviceStep::Move && !problem->fields.isEmpty();
    m_registerField->setProblem(isOfRegister ? problem->message : QString());
    const bool isTold = isMine && ((problem && !isOfName && !isOfRegister) || !m_task.doneText().isEmpty());
    m_message->setVisible(isTold);
    if (!isTold)
        return;
    if (problem)
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
    else
        m_message->showMessage(Tone::Ok, m_task.doneText(), {});
}

void DeviceTaskCard::showStep()
{
    switch (m_task.step()) {
    case DeviceStep::Place:
        m_card->setTitle(tr("Add a device"));
        if (m_place->count() != m_task.places().size()) {
            m_place->clear();
            for (const PlaceChoice &place : m_task.places())
                m_place->addItem(place.name);
        }
        break;
    case DeviceStep::Code:
        m_card->setTitle(m_about == About::NewDevice ? tr("Add a device") : tr("Let it in again"));
        m_codeTitle->setText(m_task.code().title);
        m_code->setText(m_task.code().code);
        m_codeUntil->setText(m_task.code().untilText);
        m_codeHow->setText(m_task.code().howText);
        m_codeCommand->setText(m_task.code().command);
        m_copy->setText(tr("Copy the code"));
        m_copy->setVisible(!m_task.code().code.isEmpty());
        break;
    case DeviceStep::Rename:
        m_card->setTitle(tr("Rename the device"));
        if (m_shownStep == 0 && !m_task.problem())
            m_name->setText(m_task.device()->name);
        break;
    case DeviceStep::ShutOut:
        m_card->setTitle(m_task.question().title);
        m_meaning->setText(m_task.question().meaning);
        m_warning->setText(m_task.question().warning);
        m_warning->setVisible(!m_task.question().warning.isEmpty());
        m_shutOut->setText(m_task.question().button);
        if (m_reason->count() == 0)
            m_reason->addItems(m_task.question().reasonNames);
        break;
    case DeviceStep::Move: showMove(); break;
    case DeviceStep::None: break;
    }
    // Shown with its words: a page of empty labels would say that its height does not depend on its width.
    const qsizetype shown = static_cast<int>(m_task.step()) - 1;
    for (qsizetype index = 0; index < m_pages.size(); ++index)
        m_pages.at(index)->setVisible(index == shown);
}

void DeviceTaskCard::focusStep()
{
    switch (m_task.step()) {
    case DeviceStep::Place: m_place->setFocus(); break;
    case DeviceStep::Code: m_copy->setFocus(); break;
    case DeviceStep::Rename:
        m_name->setFocus();
        m_name->selectAll();
        break;
    case DeviceStep::ShutOut: m_keep->setFocus(); break; // the safe answer, so that Enter ends nothing
    case DeviceStep::Move: m_target->setFocus(); break;
    case DeviceStep::None: break;
    }
}

} // namespace crema::desktop
