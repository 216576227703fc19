// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customer_statement_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/paper_view.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_statement_presenter.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStandardPaths>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 640;
constexpr int dialogHeight = 680;

struct Span {
    StatementSpan span;
    QString id;
};

const QList<Span> &spans()
{
    static const QList<Span> all{{StatementSpan::ThisMonth, QStringLiteral("month")},
                                 {StatementSpan::LastMonth, QStringLiteral("last")},
                                 {StatementSpan::ThisYear, QStringLiteral("year")},
                                 {StatementSpan::Days, QStringLiteral("days")}};
    return all;
}

} // namespace

CustomerStatementDialog::CustomerStatementDialog(const Theme &theme, CustomerStatementPresenter &statement,
                                                 QWidget *window)
    : QDialog(window), m_theme(theme), m_statement(statement),
      m_spans(new ChoiceRow(theme, QStringLiteral("statementSpans"), tr("Which days"))), m_first(new QLineEdit),
      m_last(new QLineEdit), m_firstField(new FormField(theme, QStringLiteral("statementFirst"), tr("From"), m_first)),
      m_lastField(new FormField(theme, QStringLiteral("statementLast"), tr("To"), m_last)), m_days(makeDays()),
      m_stack(new QStackedWidget),
      m_paper(new PaperView(theme, QStringLiteral("statementPaper"), tr("The statement as it is printed"))),
      m_problem(makeText(theme, QStringLiteral("statementProblem"), 16, QFont::Normal, "muted")),
      m_said(makeText(theme, QStringLiteral("statementSaid"), 14, QFont::Normal, "muted")),
      m_print(makeButton(QStringLiteral("statementPrint"), tr("Print"))),
      m_pdf(makeButton(QStringLiteral("statementPdf"), tr("Save as PDF"))),
      m_csv(makeButton(QStringLiteral("statementCsv"), tr("Save as table")))
{
    setObjectName(QStringLiteral("customerStatementDialog"));
    setWindowTitle(tr("Statement of the customer"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QStringList names{tr("This month"), tr("Last month"), tr("This year"), tr("From … to")};
    for (qsizetype i = 0; i < names.size(); ++i)
        m_spans->addChoice(spans().at(i).id, names.at(i));
    for (QLabel *label : {m_problem, m_said}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    }
    m_said->setVisible(false);
    m_stack->addWidget(m_paper);
    m_stack->addWidget(m_problem);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_spans);
    column->addWidget(m_days);
    column->addWidget(m_stack, 1);
    column->addWidget(m_said);
    makeFeet(*column);
    connect(m_spans, &ChoiceRow::chosen, this, &CustomerStatementDialog::choose);
    connect(&statement, &CustomerStatementPresenter::changed, this, &CustomerStatementDialog::showState);
    connect(&statement, &CustomerStatementPresenter::ended, this, &QDialog::reject);
    connect(&statement, &CustomerStatementPresenter::saved, this, [this](const QString &says) {
        m_said->setText(says);
        m_said->setVisible(true);
    });
    const QSize size(theme.scaled(dialogWidth), theme.scaled(dialogHeight));
    resize(window ? size.boundedTo(window->size() - QSize(48, 64)) : size);
    showState();
}

QWidget *CustomerStatementDialog::makeDays()
{
    auto *days = new QWidget;
    auto *row = new QHBoxLayout(days);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_firstField, 1);
    row->addWidget(m_lastField, 1);
    for (QLineEdit *edit : {m_first, m_last}) {
        edit->setPlaceholderText(QStringLiteral("2026-11-20"));
        connect(edit, &QLineEdit::editingFinished, this, &CustomerStatementDialog::takeDays);
    }
    return days;
}

TouchButton *CustomerStatementDialog::makeButton(const QString &name, const QString &text)
{
    auto *button = new TouchButton(m_theme, name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(16, QFont::Medium);
    button->setMinimumHeight(qMax(48, m_theme.scaled(44)));
    return button;
}

void CustomerStatementDialog::makeFeet(QVBoxLayout &column)
{
    TouchButton *done = makeButton(QStringLiteral("statementDone"), tr("Done"));
    for (TouchButton *button : {done, m_print, m_pdf, m_csv})
        button->setAutoDefault(false); // Enter in a field of days takes them
    done->setKind("primary");
    m_print->setIconName(QStringLiteral("printer"));
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(m_print);
    feet->addWidget(m_pdf);
    feet->addWidget(m_csv);
    feet->addStretch(1);
    feet->addWidget(done);
    column.addLayout(feet);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_print, &QPushButton::clicked, &m_statement, &CustomerStatementPresenter::print);
    connect(m_pdf, &QPushButton::clicked, this, [this] { chooseFile(StatementFormat::Pdf); });
    connect(m_csv, &QPushButton::clicked, this, [this] { chooseFile(StatementFormat::Csv); });
}

void CustomerStatementDialog::choose(const QString &span)
{
    for (const Span &each : spans()) {
        if (each.id == span)
            m_statement.choose(each.span);
    }
}

void CustomerStatementDialog::takeDays()
{
    const auto dayIn = [](QLineEdit *edit, FormField *field) {
        const QDate day = QDate::fromString(edit->text().trimmed(), Qt::ISODate);
        field->setProblem(day.isValid() ? QString() : tr("Write it as year, month and day: 2026-11-20."));
        return day;
    };
    const QDate first = dayIn(m_first, m_firstField);
    const QDate last = dayIn(m_last, m_lastField);
    const bool isOther = first != m_statement.firstDay() || last != m_statement.lastDay();
    if (first.isValid() && last.isValid() && isOther)
        m_statement.setDays(first, last);
}

void CustomerStatementDialog::showState()
{
    for (const Span &each : spans()) {
        if (each.span == m_statement.span())
            m_spans->setCurrent(each.id);
    }
    const auto show = [](QLineEdit *field, QDate day) {
        if (!field->hasFocus()) // somebody may be typing in it
            field->setText(day.toString(Qt::ISODate));
    };
    show(m_first, m_statement.firstDay());
    show(m_last, m_statement.lastDay());
    m_days->setVisible(m_statement.span() == StatementSpan::Days);
    m_print->setVisible(m_statement.canPrint());
    m_pdf->setVisible(m_statement.canDraw());
    for (TouchButton *button : {m_print, m_pdf, m_csv})
        button->setEnabled(m_statement.isThere());
    if (m_statement.isReading()) {
        m_said->setVisible(false);
        return; // what was there stays until the answer comes
    }
    const QString &problem = m_statement.problemText();
    m_problem->setText(problem);
    m_paper->showPaper(m_statement.statementText(PaperView::columns));
    m_stack->setCurrentWidget(m_statement.isThere() ? static_cast<QWidget *>(m_paper) : m_problem);
    // What could not be written says nothing against the statement itself.
    if (m_statement.isThere() && !problem.isEmpty()) {
        m_said->setText(problem);
        m_said->setVisible(true);
    }
}

void CustomerStatementDialog::chooseFile(StatementFormat format)
{
    // Not exec(): the till goes on selling while a person looks for a folder.
    auto *dialog = new QFileDialog(this, tr("Save the statement"));
    dialog->setObjectName(QStringLiteral("statementFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const bool isPdf = format == StatementFormat::Pdf;
    dialog->setNameFilter(isPdf ? tr("PDF (*.pdf)") : tr("CSV (*.csv)"));
    dialog->setDefaultSuffix(isPdf ? QStringLiteral("pdf") : QStringLiteral("csv"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_statement.fileName(format));
    connect(dialog, &QFileDialog::fileSelected, &m_statement,
            [this, format](const QString &path) { m_statement.saveTo(path, format); });
    dialog->open();
}

} // namespace crema::desktop
