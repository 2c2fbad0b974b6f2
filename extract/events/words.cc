#include "extract/events/words.h"

namespace casus::extract {
namespace {

// `list`: words with a comma before and after each, no spaces around them.
bool listed(std::string_view word, std::string_view list) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    if (at > 0 && list[at - 1] == ',' && at + word.size() < list.size() &&
        list[at + word.size()] == ',') {
      return true;
    }
  }
  return false;
}

}  // namespace

bool light_verb(std::string_view lemma) {
  return listed(
      lemma,
      ",carry out,carry,launch,conduct,stage,mount,commit,make,wage,perpetrate,execute,"
      "unleash,begin,start,hold,sign,reach,impose,open,provide,give,send,offer,deliver,"
      "undertake,lead,continue,resume,order,organize,organise,do,step up,intensify,take,"
      "direct,announce,complete,conclude,orchestrate,mastermind,plan,strike,enter,speed,"
      "pursue,renew,reimpose,re-impose,restart,reopen,relaunch,declare,host,convene,attend,"
      "extend,expand,widen,escalate,tighten,maintain,enforce,initiate,inflict,accelerate,"
      "speed up,finish,call,issue,file,voice,express,institute,set up,establish,join,"
      "hold off,press,receive,grant,sponsor,organise,arrange,agree,sign on,stage-manage,");
}

bool suffering_verb(std::string_view lemma) {
  return listed(
      lemma,
      ",suffer,face,survive,escape,repel,resist,endure,undergo,come under,come,experience,"
      "withstand,sustain,repulse,");
}

bool landing_verb(std::string_view lemma) {
  return listed(lemma, ",fall,land,explode,crash,slam,rain,detonate,");
}

bool no_target(std::string_view noun) {
  return listed(
      noun,
      ",way,time,part,place,charge,responsibility,role,one,day,night,fact,case,rate,manner,"
      "aim,retaliation,response,revenge,that,this,which,what,war,conflict,blow,deal,"
      "agreement,talks,talk,peace,hour,death,damage,panic,anger,fear,support,action,"
      "operation,morning,evening,request,end,start,beginning,level,behest,scene,dawn,hand,"
      "fire,it,border,life,wake,moment,dusk,midnight,noon,");
}

bool abstraction(std::string_view noun) {
  return listed(
      noun,
      ",plan,proposal,bill,law,legislation,policy,decision,budget,idea,gain,saving,savings,job,"
      "tariff,tax,poverty,corruption,right,freedom,democracy,liberty,independence,sovereignty,"
      "constitution,confidence,hope,chance,credibility,reputation,economy,growth,profit,inflation,"
      "film,movie,video,scene,goal,penalty,title,project,motion,amendment,reform,measure,"
      "programme,program,system,theory,argument,view,ruling,verdict,price,debt,deficit,crisis,"
      "population,controversy,row,scandal,demand,debate,joy,sale,cost,unemployment,recession,news,"
      "sanction,shortage,handling,record,approach,stance,strategy,tactics,spending,pay,"
      "wage,immigration,funding,value,values,integrity,interest,interests,"
      "uncertainty,slump,downturn,frustration,rage,discontent,competition,bureaucracy,");
}

bool manner_noun(std::string_view noun) {
  return listed(
      noun,
      ",terror,suicide,revenge,guerrilla,air,ground,night,dawn,morning,arson,surprise,"
      "border,street,war,assassination,gun,land,artillery,mass,terrorist,ongoing,intense,fierce,"
      "heavy,brief,bloody,deadly,violent,bitter,");
}

bool anybody(std::string_view noun) {
  return listed(noun,
                ",people,person,civilian,victim,man,woman,child,other,member,one,someone,they,them,"
                "he,him,she,her,");
}

bool arm_of_state(std::string_view noun) {
  return listed(
      noun,
      ",unit,formation,gunner,artilleryman,pilot,battery,artillery,patrol,garrison,column,"
      "commando,marine,reservist,conscript,gunboat,warship,frigate,destroyer,submarine,"
      "aircraft,airplane,plane,warplane,jet,fighter jet,bomber,helicopter,gunship,tank,"
      "drone,air force,navy,fire,gunfire,shellfire,artillery fire,round,shot,salvo,munition,");
}

bool flies(std::string_view noun) {
  return listed(noun, ",aircraft,airplane,plane,jet,helicopter,air force,pilot,");
}

bool part_noun(std::string_view noun) {
  return listed(noun,
                ",front,door,doorway,gate,window,entrance,wall,roof,facade,side,corner,courtyard,"
                "rear,back,hull,deck,edge,vicinity,perimeter,ground,premise,outside,inside,"
                "interior,surrounding,lobby,porch,yard,");
}

bool area_noun(std::string_view noun) {
  return listed(noun,
                ",region,province,department,district,county,governorate,state,prefecture,canton,"
                "municipality,oblast,");
}

bool ground(std::string_view noun) {
  return area_noun(noun) ||
         listed(noun,
                ",town,city,village,base,stronghold,garrison,barracks,airport,airfield,airbase,"
                "outpost,post,position,hill,territory,area,part,swath,headquarters,port,capital,"
                "island,camp,checkpoint,crossing,junction,neighbourhood,neighborhood,suburb,"
                "settlement,hilltop,ridge,fort,fortress,palace,");
}

bool site_noun(std::string_view noun) {
  return listed(
      noun,
      ",street,avenue,road,highway,boulevard,square,plaza,bridge,motel,hotel,inn,building,"
      "tower,headquarters,church,cathedral,mosque,temple,school,college,university,"
      "hospital,clinic,airport,prison,station,club,restaurant,cafe,mall,market,bank,"
      "stadium,park,embassy,consulate,");
}

bool singular_human(std::string_view noun) {
  return listed(
      noun,
      ",man,woman,boy,girl,child,teacher,schoolteacher,guard,driver,worker,farmer,"
      "shepherd,student,nurse,doctor,passenger,resident,villager,engineer,herder,baby,seaman,"
      "sailor,"
      "crewman,fisherman,clerk,monk,tourist,surveyor,teenager,youth,mother,father,brother,"
      "sister,son,daughter,wife,husband,pedestrian,bodyguard,aide,");
}

bool natural_cause(std::string_view noun) {
  return listed(
      noun,
      ",hurricane,earthquake,quake,storm,flood,flooding,accident,collision,disease,famine,"
      "epidemic,avalanche,landslide,cyclone,typhoon,tsunami,heat,cold,virus,tornado,"
      "drought,cholera,wildfire,volcano,eruption,derailment,shipwreck,capsizing,");
}

bool campaign_noun(std::string_view noun) {
  return listed(noun,
                ",bombardment,offensive,campaign,war,fighting,conflict,violence,hostility,"
                "hostilities,blockade,siege,insurgency,warfare,bombing campaign,aggression,air war,"
                "civil war,retaliation,reprisal,military action,combat,armed conflict,");
}

bool noise_noun(std::string_view noun) {
  return listed(noun, ",explosion,blast,gunfire,gunshot,bomb,rocket,missile,detonation,shot,");
}

}  // namespace casus::extract
